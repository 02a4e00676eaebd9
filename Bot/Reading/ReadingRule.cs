using CoachBot.Content;

namespace CoachBot.Reading;

[Flags]
internal enum Fields
{
    None = 0,
    Said = 1,
    Why = 2,
    Body = 4,
    Reply = 8,
}

// How much a phrase says: a hint needs company, what is clear decides, what is strong decides against other signs.
internal enum Strength
{
    None,
    Hint,
    Clear,
    Strong,
}

// One rule of a file in Prompts/reading/: what its phrases speak for, how strongly, and where they are looked for.
internal sealed record ReadingRule(string Key, Signal Signal, Strength Strength, Reason? Reason, Fields Fields, string Means)
{
    private static readonly Keys<Strength> Strengths = new((Strength.Hint, "hint"), (Strength.Clear, "clear"), (Strength.Strong, "strong"));
    private static readonly Keys<Fields> FieldNames = new((Fields.Said, "said"), (Fields.Why, "why"), (Fields.Body, "body"), (Fields.Reply, "reply"));

    /// <summary>What it speaks for and how strongly, as one word: no-contact/strong.</summary>
    public string SignalAndStrength => field ??= $"{SignalKeys.Key(Signal)}/{Strengths.Key(Strength)}";

    /// <summary>What its phrases may mean, the likeliest first; nothing where they tell a fact or speak against a reading.</summary>
    public IReadOnlyList<Meaning> SpeaksFor => field ??= [.. MeaningsOf(Signal).Where(m => Reason is null || m.Reason() == Reason)];

    /// <summary>Meanings of this rule's guards in the phrase book: a phrase that overlaps one of them does not count.</summary>
    public IReadOnlyList<int> Guards { get; init; } = [];

    public static string FieldKey(Fields field) => FieldNames.Key(field);

    public static ReadingRule Read(YamlPart part, Signal signal, string means)
    {
        part.Knows("key", "strength", "reason", "in", "means", "phrases", "unless");
        return new ReadingRule(
            $"{SignalKeys.Key(signal)}.{part.Text("key")}", signal, ReadStrength(part), ReadReason(part), ReadFields(part), part.OptionalText("means") ?? means);
    }

    private static Meaning[] MeaningsOf(Signal signal) => signal switch
    {
        Signal.NoContact => [Meaning.NoContact],
        Signal.Anger => [Meaning.Angry],
        Signal.ChoseOther => [Meaning.ChoseOther],
        Signal.ConsideredNo => [Meaning.NoNeed, Meaning.NotForThem, Meaning.CannotPay, Meaning.NoBudgetEver],
        Signal.Later or Signal.LaterDate => [Meaning.Timing, Meaning.Budget, Meaning.Waiting],
        Signal.Objection or Signal.Unanswered => [Meaning.Misunderstood, Meaning.Price, Meaning.Confused, Meaning.Objection],
        _ => [],
    };

    private static Strength ReadStrength(YamlPart part)
    {
        if (part.Required("strength") is not { } given)
            return Strength.Hint;
        if (!Strengths.TryParse(given.AsText(), out var strength))
            given.Mistake($"a strength is one of {Strengths.Known}");
        return strength;
    }

    private static Reason? ReadReason(YamlPart part)
    {
        if (part.Optional("reason") is not { } given)
            return null;
        if (Reasons.TryParse(given.AsText(), out var reason))
            return reason;
        given.Mistake($"a reason is one of {string.Join(", ", Reasons.All.Select(r => r.Key()))}");
        return null;
    }

    private static Fields ReadFields(YamlPart part)
    {
        if (part.Optional("in") is null)
            return Fields.Said | Fields.Why;
        var fields = Fields.None;
        foreach (var given in part.OptionalItems("in"))
        {
            if (!FieldNames.TryParse(given.AsText(), out var field))
                given.Mistake($"a field is one of {FieldNames.Known}");
            fields |= field;
        }

        return fields;
    }
}
