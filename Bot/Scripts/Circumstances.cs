using CoachBot.Reading;

namespace CoachBot.Scripts;

// The small vocabulary in which a line says when it is said: these, and the keys of the reasons.
internal sealed class Circumstances(ScriptRequest request)
{
    public const string Otherwise = "otherwise";

    private static readonly Dictionary<string, Func<ScriptRequest, bool>> Conditions = new(StringComparer.Ordinal)
    {
        ["argued"] = r => r.Argued,
        ["date-known"] = r => r.DateKnown,
        ["why-unknown"] = r => !r.WhyAsked && r.Reason == Reason.NoneGiven,
        ["chance-left"] = r => !r.ChanceSpent,
        ["stays-with-us"] = r => r.Relation == Relation.StaysWithUs,
        ["went-elsewhere"] = r => r.Relation == Relation.WentElsewhere,
    };

    public static string Vocabulary { get; } = string.Join(", ", Conditions.Keys.Concat(Reasons.All.Select(r => r.Key())));

    public static bool Knows(string condition) => Conditions.ContainsKey(condition) || Reasons.TryParse(condition, out _);

    public bool Hold(string condition) =>
        Conditions.TryGetValue(condition, out var holds) ? holds(request)
        : condition == Otherwise || (Reasons.TryParse(condition, out var reason) && reason == request.Reason);
}
