namespace CoachBot.Reading;

/// <summary>
/// Puts the model's opinion beside the offline reading, and has the last word: the model cannot lift a request for
/// silence or anger that was heard, cannot bring about the one by itself, and cannot overrule what the rep counted.
/// </summary>
public sealed class ReadingGuard(ReadingRules rules)
{
    /// <summary>The rule that evidence of the model's is kept under.</summary>
    public const string ModelRule = "model";

    // A model is surer than it is right.
    private const double MostTrust = 0.9;
    private const double Close = 0.2;
    private const double InDoubt = 0.5;
    private const double Agreeing = 0.6;
    private const int MostEvidence = 4;

    public NoReading Combine(NoCase no, NoReading offline, ModelReading? model)
    {
        ArgumentNullException.ThrowIfNull(no);
        ArgumentNullException.ThrowIfNull(offline);
        if (model is null || GoesAgainstTheFacts(no, model))
            return offline;
        if (model.Step == offline.Step)
            return Agreed(offline, model);
        if (Binds(offline.Step))
            return model.Step == NextStep.HonourNo ? InDoubtBetween(offline, model, offline) : offline;
        if (Binds(model.Step))
            return Added(offline, model);
        return Weighed(no, offline, model);
    }

    // What the offline reader thinks it may have heard: whoever asks them again without asking the rep first, pushes.
    private static OtherReading? Held(NoReading offline) => offline.Others.FirstOrDefault(o => Binds(o.Step));

    private static bool Binds(NextStep step) => step is NextStep.HonourNo or NextStep.BackOff;

    // How many noes, whether why was asked, whether it is worth the time: the rep has said so, and the method says what follows.
    private static bool GoesAgainstTheFacts(NoCase no, ModelReading model) => model.Step switch
    {
        NextStep.AskWhy => no.AskedWhy || IsUsedUp(no),
        NextStep.AnswerOnce or NextStep.CheckFollowUp => IsUsedUp(no),
        NextStep.CloseGracefully when model.Reason == Reason.NoneGiven => !no.AskedWhy && !IsUsedUp(no),
        _ => false,
    };

    private static bool IsUsedUp(NoCase no) => no.Noes >= 3 || !no.TimeWorthIt;

    private static NoReading Agreed(NoReading offline, ModelReading model)
    {
        var trust = Math.Min(model.Confidence, MostTrust);
        // Whether they want to be left alone is asked although both think that they don't.
        var settled = model.Confidence >= Agreeing && (Binds(offline.Step) || Held(offline) is null);
        return offline with
        {
            Reason = trust > offline.Confidence ? model.Reason : offline.Reason,
            Confidence = Math.Round(1 - ((1 - offline.Confidence) * (1 - (trust / 2))), 2),
            Evidence = [.. offline.Evidence.Concat(Beside(offline.Evidence, model)).Take(MostEvidence)],
            Doubt = settled ? null : offline.Doubt,
        };
    }

    // Heard by the model alone. Until the rep has said whether it is so, nothing reaches out.
    private NoReading Added(NoReading offline, ModelReading model) =>
        model.Step == NextStep.BackOff && Math.Min(model.Confidence, MostTrust) - offline.Confidence >= Close
            ? ByTheModel(offline, model)
            : InDoubtBetween(offline, model, ByTheModel(offline, model));

    private NoReading Weighed(NoCase no, NoReading offline, ModelReading model)
    {
        var ahead = Math.Min(model.Confidence, MostTrust) - offline.Confidence;
        if (ahead <= -Close || (Held(offline) is { } asked && offline.Doubt?.Options.Any(o => o.Step == asked.Step) is true))
            return offline with { Others = Others(model.Step, model.Reason, ModelRule, offline.Others, offline.Step) };
        // The offline reader holds that they may have had enough: that comes before whatever else it may be.
        if (Held(offline) is { } held)
            return WithDoubt(offline, (held.Step, held.Reason), (model.Step, model.Reason));
        if (ahead >= Close && !(model.Step == NextStep.Nurture && IsUsedUp(no)))
            return ByTheModel(offline, model);
        return InDoubtBetween(offline, model, ahead > 0 && !model.Step.ReachesOut() ? ByTheModel(offline, model) : offline);
    }

    private static NoReading ByTheModel(NoReading offline, ModelReading model) => new(
        model.Step, model.Reason, Math.Round(Math.Min(model.Confidence, MostTrust), 2), [.. Beside([], model)],
        Others(offline.Step, offline.Reason, offline.Evidence is [var led, ..] ? led.Rule : "", offline.Others, model.Step), [], null);

    private NoReading InDoubtBetween(NoReading offline, ModelReading model, NoReading stands) => WithDoubt(
        stands with
        {
            Confidence = Math.Min(stands.Confidence, InDoubt),
            Others = stands.Step == offline.Step ? Others(model.Step, model.Reason, ModelRule, offline.Others, offline.Step) : stands.Others,
        },
        (offline.Step, offline.Reason),
        (model.Step, model.Reason));

    private NoReading WithDoubt(NoReading stands, (NextStep Step, Reason Reason) one, (NextStep Step, Reason Reason) other)
    {
        var words = rules.Doubts.FirstOrDefault(d => d.IsBetween(one.Step, other.Step)) ?? rules.Doubts.FirstOrDefault(d => d.Between.Count == 0);
        return words is null ? stands : stands with { Doubt = new Doubt(words.Key, [.. words.Options.Select(o => new DoubtOption(o.Key, o.Step, Known(o)))]) };

        Reason Known(DoubtOptionWords option) => option.Step == one.Step ? one.Reason : option.Step == other.Step ? other.Reason : option.Reason;
    }

    private static IReadOnlyList<OtherReading> Others(NextStep step, Reason reason, string why, IReadOnlyList<OtherReading> rest, NextStep chosen) =>
        [.. rest.Prepend(new OtherReading(step, reason, why)).DistinctBy(o => o.Step).Where(o => o.Step != chosen)];

    private static IEnumerable<Evidence> Beside(IReadOnlyList<Evidence> known, ModelReading model) => model.Evidence
        .Where(p => !known.Any(e => e.Field == p.Field && e.Quote.Contains(p.Quote, StringComparison.Ordinal)))
        .Select(p => new Evidence(p.Field, p.Quote, ModelRule));
}
