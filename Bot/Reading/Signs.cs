namespace CoachBot.Reading;

// Everything that speaks in one case: phrases met in what was told, and cues in what the body showed.
internal sealed class Signs
{
    private readonly List<Hit> _hits = [];
    private readonly List<Aside> _asides = [];

    public Signs(NoCase no, ReadingRules rules, CueBook cues)
    {
        Case = no;
        rules.Find(Fields.Said, no.Said, _hits, _asides);
        rules.Find(Fields.Why, no.Why, _hits, _asides);
        rules.Find(Fields.Body, no.Body, _hits, _asides);
        rules.Find(Fields.Reply, no.Reply, _hits, _asides);
        Seen = [.. cues.Sightings(no.Body).Select(s => new SeenCue(s, "body", cues.IsOpenDisplay(s.Cue))),
            .. cues.Sightings(no.Said).Select(s => new SeenCue(s, "said", cues.IsOpenDisplay(s.Cue)))];
        Display = Seen.FirstOrDefault(s => s.OpenDisplay);
        Irritated = Group(CueGroup.GotIrritated);
        Withdrew = Group(CueGroup.Withdrew);
        OpenedUp = Group(CueGroup.OpenedUp);
    }

    public NoCase Case { get; }

    public IReadOnlyList<Hit> Hits => _hits;

    public IReadOnlyList<Aside> Asides => _asides;

    public IReadOnlyList<SeenCue> Seen { get; }

    public SeenCue? Display { get; }

    public IReadOnlyList<SeenCue> Irritated { get; }

    public IReadOnlyList<SeenCue> Withdrew { get; }

    public IReadOnlyList<SeenCue> OpenedUp { get; }

    /// <summary>The open displays first, then whatever else looked irritated; each cue once.</summary>
    public IReadOnlyList<SeenCue> ShowedAnger => [.. Seen.Where(s => s.OpenDisplay).Concat(Irritated).DistinctBy(s => s.Cue.Id)];

    public bool NothingSaid => !Case.Said.Any(char.IsLetterOrDigit) && !Has(Signal.Vague);

    public bool Has(Signal signal) => Strength(signal) > Reading.Strength.None;

    public Strength Strength(Signal signal)
    {
        var most = Reading.Strength.None;
        foreach (var hit in _hits)
        {
            if (hit.Signal == signal && hit.Strength > most)
                most = hit.Strength;
        }

        return most;
    }

    public IEnumerable<Hit> Of(Signal signal) => _hits.Where(h => h.Signal == signal).OrderByDescending(h => h.Strength);

    /// <summary>The reason of the strongest phrase for one of these signals.</summary>
    public Reason? ReasonOf(params ReadOnlySpan<Signal> signals)
    {
        Hit? best = null;
        foreach (var hit in _hits)
        {
            if (hit.Rule.Reason is not null && signals.Contains(hit.Signal) && (best is null || hit.Strength > best.Strength))
                best = hit;
        }

        return best?.Rule.Reason;
    }

    private List<SeenCue> Group(CueGroup group) => [.. Seen.Where(s => s.Cue.Group == group && s.Field == "body").DistinctBy(s => s.Cue.Id)];
}

// A cue seen in a case, and where it was told.
internal sealed record SeenCue(Sighting Sighting, string Field, bool OpenDisplay)
{
    public Cue Cue => Sighting.Cue;

    public Evidence Evidence => new(Field, Sighting.Quote, "cue." + Cue.Id);
}
