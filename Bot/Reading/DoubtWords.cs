using CoachBot.Content;

namespace CoachBot.Reading;

/// <summary>A question of Prompts/reading/doubts.yaml, asked when two next steps are close.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Between">The two next steps that it decides between; none: asked when nothing that was told was recognised.</param>
/// <param name="Question">What the rep is asked.</param>
/// <param name="Options">The answers, each with the reading that it settles.</param>
public sealed record DoubtWords(string Key, IReadOnlyList<NextStep> Between, string Question, IReadOnlyList<DoubtOptionWords> Options)
{
    internal bool IsBetween(NextStep one, NextStep other) => Between.Contains(one) && Between.Contains(other);

    internal static IReadOnlyList<DoubtWords> Read(ContentFolder folder, Mistakes mistakes) =>
        [.. (folder.Yaml("reading/doubts.yaml", mistakes)?.Entries() ?? []).Select(e => Read(e.Key, e.Value))];

    private static DoubtWords Read(string key, YamlPart part)
    {
        part.Knows("between", "question", "options");
        var between = part.Items("between").Select(Step).ToList();
        if (between.Count is not (0 or 2))
            part.Mistake("'between' names two next steps, or none: [] is asked when nothing was recognised");
        var options = (part.Required("options")?.Entries() ?? []).Select(o => DoubtOptionWords.Read(o.Key, o.Value)).ToList();
        if (options.Count < 2)
            part.Mistake("a doubt has two options or more");
        return new DoubtWords(key, between, part.Text("question"), options);
    }

    internal static NextStep Step(YamlPart part)
    {
        if (!NextSteps.TryParse(part.AsText(), out var step))
            part.Mistake($"a next step is one of {string.Join(", ", NextSteps.All.Select(s => s.Key()))}");
        return step;
    }
}

/// <summary>An answer to a doubt: its words, and the reading that it settles.</summary>
public sealed record DoubtOptionWords(string Key, string Says, NextStep Step, Reason Reason)
{
    internal static DoubtOptionWords Read(string key, YamlPart part)
    {
        part.Knows("says", "step", "reason");
        var step = part.Required("step") is { } given ? DoubtWords.Step(given) : default;
        if (!Reasons.TryParse(part.Text("reason"), out var reason))
            part.Mistake($"a reason is one of {string.Join(", ", Reasons.All.Select(r => r.Key()))}");
        return new DoubtOptionWords(key, part.Text("says"), step, reason);
    }
}
