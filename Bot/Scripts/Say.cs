using CoachBot.Content;

namespace CoachBot.Scripts;

// What a line says: one text, or one for each circumstance with an 'otherwise' for the rest.
internal sealed class Say(IReadOnlyList<(string When, Frame Frame)> choices)
{
    public Frame For(Circumstances circumstances) => choices.First(c => circumstances.Hold(c.When)).Frame;

    public static Say Read(YamlPart part, Action<YamlPart, string> check)
    {
        if (part.IsText)
            return new Say([(Circumstances.Otherwise, ReadFrame(part, check))]);
        var choices = new List<(string When, Frame Frame)>();
        foreach (var (when, text) in part.Entries())
        {
            if (when != Circumstances.Otherwise && !Circumstances.Knows(when))
                text.Mistake($"'{when}' is not a circumstance; known are {Circumstances.Vocabulary}, {Circumstances.Otherwise}");
            choices.Add((when, ReadFrame(text, check)));
        }

        if (choices.Count == 0 || choices[^1].When != Circumstances.Otherwise)
            part.Mistake("the last choice is 'otherwise', for every other circumstance");
        return new Say(choices);
    }

    public static Frame ReadFrame(YamlPart part, Action<YamlPart, string>? check = null)
    {
        var text = part.AsText();
        check?.Invoke(part, text);
        return Frame.Parse(text, part.Mistake);
    }
}
