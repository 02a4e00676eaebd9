using CoachBot.Content;

namespace CoachBot.Reading;

/// <summary>One kind of no: a next step with its reason, and how coach and rep call it.</summary>
/// <param name="Step">The next step that it leads to.</param>
/// <param name="Reason">The reason that decides.</param>
/// <param name="Kind">What the coach calls it.</param>
/// <param name="Means">What that means for the rep, in a sentence or two.</param>
/// <param name="Tap">What the rep taps to put a reading right.</param>
/// <param name="Heard">Words by which a typed correction is recognised.</param>
public sealed record NoKind(NextStep Step, Reason Reason, string Kind, string Means, string Tap, IReadOnlyList<string> Heard)
{
    public string Id => $"{Step.Key()}.{Reason.Key()}";
}

/// <summary>The kinds of no in Prompts/reading/kinds.yaml.</summary>
public sealed class NoKinds
{
    private readonly Dictionary<(NextStep, Reason), NoKind> _kinds = [];

    public IEnumerable<NoKind> All => _kinds.Values;

    public static NoKinds Read(ContentFolder folder, Mistakes mistakes)
    {
        var kinds = new NoKinds();
        foreach (var item in folder.Yaml("reading/kinds.yaml", mistakes)?.Knows("kinds").Items("kinds") ?? [])
            kinds.Keep(item);
        foreach (var step in NextSteps.All.Where(s => !kinds.All.Any(k => k.Step == s)))
            mistakes.Add("reading/kinds.yaml", 1, $"no kind leads to '{step.Key()}'");
        return kinds;
    }

    /// <summary>The kind for a step and reason; where no such pair is written down, the first kind of the step.</summary>
    public NoKind Of(NextStep step, Reason reason) =>
        _kinds.TryGetValue((step, reason), out var kind) ? kind : All.First(k => k.Step == step);

    public NoKind? Find(string? id) => All.FirstOrDefault(k => k.Id == id);

    private void Keep(YamlPart item)
    {
        item.Knows("step", "reason", "kind", "means", "tap", "heard");
        if (!NextSteps.TryParse(item.Text("step"), out var step))
            item.Mistake($"'{item.Text("step")}' is no next step");
        if (!Reasons.TryParse(item.Text("reason"), out var reason))
            item.Mistake($"'{item.Text("reason")}' is no reason");
        var kind = new NoKind(step, reason, item.Text("kind"), item.Text("means"), item.Text("tap"), item.Texts("heard"));
        if (!_kinds.TryAdd((step, reason), kind))
            item.Mistake($"'{kind.Id}' is there twice");
    }
}
