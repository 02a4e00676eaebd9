using CoachBot.Conversation;
using CoachBot.Language;
using CoachBot.Reading;

namespace CoachBot.Debrief;

/// <summary>How a case reads at present, after the rep's own word on it.</summary>
/// <param name="First">The reader's own reading, a language model's opinion weighed in where there is one.</param>
/// <param name="Kind">The kind of no that stands: the rep's correction before the answer to a doubt before the reading.</param>
/// <param name="ByTheRep">The rep said what it was.</param>
/// <param name="OnceAsked">The step would have been an ask that was used up already, so it ends well instead.</param>
/// <param name="SecondOpinion">Whether a language model gave one; null where there is no model.</param>
public sealed record CaseReading(NoReading First, NoKind Kind, bool ByTheRep, bool OnceAsked, bool? SecondOpinion)
{
    public NextStep Step => Kind.Step;

    public Reason Reason => Kind.Reason;
}

/// <summary>Reads a case through the one front door of Reading, then lets the rep have the last word.</summary>
public sealed class CaseReader(NoReader reader, ModelReader model, ReadingGuard guard, NoKinds kinds, CueBook cues, Commands commands)
{
    public const string Fits = "fits";

    public CaseReading Read(DebriefCase no)
    {
        ArgumentNullException.ThrowIfNull(no);
        var answers = DebriefAnswers.From(no.Answers, cues, commands);
        var reading = ReadOnce(no, answers.AsCase());
        var verdict = kinds.Find(no.Answers.Find("verdict")?.Chosen);
        var doubt = kinds.Find(no.Answers.Find("doubt")?.Chosen);
        bool? second = model.IsConfigured ? HearingOf(no, answers.AsCase())?.Reading is not null : null;
        var kind = verdict ?? doubt ?? kinds.Of(reading.Step, reading.Reason);
        // A promise stands above every reading, the rep's own too.
        if (no.IsPromised)
            return new CaseReading(reading, kinds.Of(NextStep.HonourNo, Reason.NoContact), ByTheRep: false, OnceAsked: false, second);
        return IsUsedUp(no, kind.Step)
            ? new CaseReading(reading, WithItsReason(no, kinds.Of(NextStep.CloseGracefully, kind.Reason)), verdict is not null, OnceAsked: true, second)
            : new CaseReading(reading, verdict ?? WithItsReason(no, kind), verdict is not null, OnceAsked: false, second);
    }

    // Another no to an objection that was answered is a no for that objection, also when they don't say it again.
    private NoKind WithItsReason(DebriefCase no, NoKind kind) =>
        kind is { Step: NextStep.CloseGracefully, Reason: Reason.NoneGiven } && no.Rounds is [.., { Step: NextStep.AnswerOnce } answered]
            ? kinds.Of(kind.Step, answered.Reason)
            : kind;

    // A turn asks for the reading many times, and what was told seldom changes in between.
    private NoReading ReadOnce(DebriefCase no, NoCase told)
    {
        if (no.LastRead is not { } last || last.Told != told)
            no.LastRead = last = (told, guard.Combine(told, reader.Read(told), HearingOf(no, told)?.Reading));
        return last.Reading;
    }

    /// <summary>Whether there is a model that has not been asked about the case as it is told now.</summary>
    public bool WantsSecondOpinion(DebriefCase no)
    {
        ArgumentNullException.ThrowIfNull(no);
        return model.IsConfigured && HearingOf(no, AnswersOf(no).AsCase()) is null;
    }

    /// <summary>Asks the model, once for what is told now; whatever comes of it, <see cref="Read"/> has a reading.</summary>
    public async Task SeekSecondOpinionAsync(DebriefCase no, LanguageCaller caller, CancellationToken cancellationToken)
    {
        var told = AnswersOf(no).AsCase();
        var answer = await model.ReadAsync(told, caller, cancellationToken);
        if (answer.WhyNot?.WasSent() is false)
            return;
        no.Heard.Add(new ModelHearing(ModelHearing.FingerprintOf(told), answer.Value));
        no.LastRead = null;
    }

    private static ModelHearing? HearingOf(DebriefCase no, NoCase told) =>
        no.Heard.Count == 0 ? null : no.Heard.Find(h => h.Told == ModelHearing.FingerprintOf(told));

    // An answered objection that is still a no is not asked about again either, and after the last gentle chance nothing is.
    private static bool IsUsedUp(DebriefCase no, NextStep step) => step switch
    {
        NextStep.AskWhy => no.Asked.Exists(a => a is NextStep.AskWhy or NextStep.AnswerOnce or NextStep.CloseGracefully),
        NextStep.AnswerOnce or NextStep.CheckFollowUp => no.Asked.Contains(step),
        _ => false,
    };

    public DebriefAnswers AnswersOf(DebriefCase no) => DebriefAnswers.From(no.Answers, cues, commands);
}
