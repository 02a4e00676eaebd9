namespace CoachBot.Reading;

// A rule met by words of a field.
internal sealed record Hit(ReadingRule Rule, Fields Field, ToldText Text, Found Found)
{
    public Signal Signal => Rule.Signal;

    public Strength Strength => Rule.Strength;

    public Evidence Evidence => new(ReadingRule.FieldKey(Field), Text.Quote(Found.From, Found.To), Rule.Key);
}

// A sentence that talks to a machine: from a place in the text of a field up to another.
internal readonly record struct Aside(Fields Field, int From, int To);
