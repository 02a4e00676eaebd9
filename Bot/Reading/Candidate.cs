namespace CoachBot.Reading;

// A next step that something speaks for, in the order of the method's precedence.
internal sealed record Candidate(NextStep Step, Reason Reason, Strength Strength, IReadOnlyList<Evidence> Evidence, string WhyKey)
{
    public IReadOnlyList<SeenCue> Cues { get; init; } = [];

    public static Candidate? From(NextStep step, Reason reason, IEnumerable<Hit> hits, Strength? strength = null)
    {
        var all = hits.ToList();
        return all.Count == 0 ? null : new Candidate(step, reason, strength ?? all[0].Strength, [.. all.Select(h => h.Evidence).Distinct().Take(4)], all[0].Rule.Key);
    }
}
