namespace CoachBot.Reading;

/// <summary>Reads what kind of no it was, offline: what was learnt from labelled cases weighs the words, the method's precedence decides.</summary>
public sealed class NoReader
{
    // From these on, the gentler reading stands: to push on after such a word costs more than to ask once too little.
    private const double NoContactFrom = 0.3;
    private const double NoContactWithARuleFrom = 0.15;
    private const double NoPushFrom = 0.3;
    // Between these, whether contact was refused is asked.
    private const double NoContactPossibleFrom = 0.03;
    private const double NoContactForSure = 0.7;
    private const double Worth = 0.08;
    private const double Close = 0.6;
    [ThreadStatic]
    private static (NoReader Reader, Weighing Weighing)? _mine;
    private readonly ReadingRules _rules;
    private readonly Func<Weighing> _weigh;

    public NoReader(ReadingRules rules, CueBook cues) : this(rules, cues, rules.Weights)
    {
    }

    internal NoReader(ReadingRules rules, CueBook cues, LearntWeights weights, bool withRules = true)
    {
        _rules = rules;
        _weigh = () => new Weighing(weights, new CaseFeatures(rules.Families, rules.Spellings), rules, cues, withRules);
    }

    /// <summary>The likeliest reading, with its evidence, what else it could be, and a question where two are close.</summary>
    public NoReading Read(NoCase no)
    {
        ArgumentNullException.ThrowIfNull(no);
        var weighing = Mine();
        weighing.Weigh(no, _rules.Examples.Nearest(no));
        var step = Choose(weighing);
        var reason = weighing.LikeliestReason(step);
        var evidence = Explanation.Of(weighing, step, reason);
        var others = NextSteps.All.Where(s => s != step && weighing.Likely(s) >= (s == NextStep.HonourNo ? NoContactPossibleFrom : Worth)).OrderByDescending(weighing.Likely)
            .Select(s => new OtherReading(s, weighing.LikeliestReason(s), "learnt." + weighing.LikeliestReason(s).Key())).ToList();
        var confidence = Math.Round(weighing.Likely(step), 2);
        return new NoReading(step, reason, confidence, evidence, others, CuesFor(weighing.Signs, step), DoubtBetween(weighing, step, reason, others, evidence));
    }

    private static NextStep Choose(Weighing weighing)
    {
        var (quiet, angry) = (weighing.Likely(NextStep.HonourNo), weighing.Likely(NextStep.BackOff));
        if (quiet >= (weighing.Signs.Strength(Signal.NoContact) == Strength.Strong ? NoContactWithARuleFrom : NoContactFrom))
            return NextStep.HonourNo;
        var best = NextSteps.All.MaxBy(weighing.Likely);
        return best.ReachesOut() && quiet + angry >= NoPushFrom ? quiet > angry ? NextStep.HonourNo : NextStep.BackOff : best;
    }

    private static IReadOnlyList<string> CuesFor(Signs signs, NextStep step) => step switch
    {
        NextStep.CheckFollowUp => [.. signs.Withdrew.Select(s => s.Cue.Id).Distinct()],
        NextStep.BackOff => [.. signs.ShowedAnger.Select(s => s.Cue.Id)],
        NextStep.AskWhy => [.. signs.OpenedUp.Select(s => s.Cue.Id).Distinct()],
        _ => [],
    };

    private Doubt? DoubtBetween(Weighing weighing, NextStep step, Reason reason, List<OtherReading> others, IReadOnlyList<Evidence> evidence)
    {
        var sure = weighing.Likely(step);
        var halfHeard = step == NextStep.HonourNo && sure < NoContactForSure;
        // Words that a rule knows for a request are asked about, however loud the anger beside them is.
        if (step == NextStep.BackOff && weighing.Signs.Strength(Signal.NoContact) == Strength.Strong && !others.Exists(o => o.Step == NextStep.HonourNo))
            others = [.. others, new OtherReading(NextStep.HonourNo, Reason.NoContact, "learnt." + Reason.NoContact.Key())];
        var close = others.Where(o => halfHeard || weighing.Likely(o.Step) >= Close * sure || o.Step == NextStep.HonourNo)
            .OrderByDescending(o => o.Step == NextStep.HonourNo).ToList();
        foreach (var other in close)
        {
            if (_rules.Doubts.FirstOrDefault(d => d.IsBetween(step, other.Step)) is { } words)
                return new Doubt(words.Key, [.. words.Options.Select(o => new DoubtOption(o.Key, o.Step, Known(o, other)))]);
        }

        var recognised = weighing.Signs.Hits.Count > 0 || evidence.Count > 0;
        return (close.Count == 0 && sure >= (recognised ? 0.4 : 0.9)) || _rules.Doubts.FirstOrDefault(d => d.Between.Count == 0) is not { } open ? null
            : new Doubt(open.Key, [.. open.Options.Select(o => new DoubtOption(o.Key, o.Step, o.Reason))]);

        // What is known about the reason is kept.
        Reason Known(DoubtOptionWords option, OtherReading other) =>
            option.Step == step ? reason : option.Step == other.Step ? other.Reason : option.Reason;
    }

    private Weighing Mine()
    {
        if (_mine is not { } mine || mine.Reader != this)
            _mine = mine = (this, _weigh());
        return mine.Weighing;
    }
}
