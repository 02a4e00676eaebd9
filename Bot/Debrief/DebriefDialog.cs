using CoachBot.Flows;
using CoachBot.FollowUps.Promises;
using CoachBot.Language;
using CoachBot.Reading;
using CoachBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CoachBot.Debrief;

/// <summary>
/// The debrief as a waterfall. Each step asks one thing, unless it is known already: so going back, putting right,
/// the form, a restart and a case that goes on are all the same walk from the first step.
/// </summary>
public sealed class DebriefDialog : ComponentDialog
{
    public const string Name = "debrief";
    private const string Steps = "debrief-steps";

    private readonly Flow _questions;
    private readonly Flow _answered;
    private readonly DebriefTools _tools;
    private readonly DebriefInterruptions _interruptions;
    private readonly RecapCard _recap;
    private readonly CasePromise _promise;
    private readonly CaseFollowUp _followUp;
    private readonly DebriefRecords _records;

    public DebriefDialog(IReadOnlyDictionary<string, Flow> flows, DebriefTools tools, DebriefInterruptions interruptions, ReadingCard reading, WordsCard words, RecapCard recap, CasePromise promise, CaseFollowUp followUp, DebriefRecords records)
        : base(Name)
    {
        (_questions, _answered, _tools, _interruptions, _recap, _promise, _followUp, _records) = (flows["debrief"], flows["answered"], tools, interruptions, recap, promise, followUp, records);

        AddDialog(new WaterfallDialog(Steps,
        [
            AskOnFormAsync,
            .. _answered.Questions.Select(AskWhatTheyAnswered),
            TakeTheCaseFurtherAsync,
            .. _questions.Questions.SelectMany(AskAndPlace),
            AskWhenInDoubtAsync,
            ShowTheReadingAsync,
            OfferWordsAsync,
            AskForADateAsync,
            SayTheDateBackAsync,
            PlanAsync,
            AskAboutTheCraftAsync,
            AskForOneCommitmentAsync,
            RecapAsync,
        ]));
        AddDialog(new FormPrompt(_questions, tools));
        foreach (var question in _answered.Questions.Concat(_questions.Questions))
            AddDialog(new FlowPrompt(question, tools));
        AddDialog(new SameCustomerPrompt(tools));
        AddDialog(new SecondWordPrompt(tools));
        AddDialog(new DoubtPrompt(tools));
        AddDialog(new VerdictPrompt(reading, tools));
        AddDialog(new WordsPrompt(words, tools));
        AddDialog(new FollowUpPrompt(followUp, tools));
        AddDialog(new FollowUpCheckPrompt(followUp, tools));
        AddDialog(new CraftPrompt(tools));
        AddDialog(new CommitmentPrompt(tools));
        InitialDialogId = Steps;
    }

    protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default) =>
        await _interruptions.HandleAsync(innerDc, Steps, cancellationToken) ?? await base.OnContinueDialogAsync(innerDc, cancellationToken);

    private async Task<DialogTurnResult> AskOnFormAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var no = await KeptAsync(step, cancellationToken);
        return await AskIfAsync(no.AsForm && !no.Answers.Has(FormPrompt.Name), FormPrompt.Name, step, cancellationToken);
    }

    private WaterfallStep AskWhatTheyAnswered(Question question) => async (step, cancellationToken) =>
    {
        var no = await KeptAsync(step, cancellationToken);
        return await AskIfAsync(no.GoesOn && no.Answers.Wants(question, no.Step?.Key()), question.Id, step, cancellationToken);
    };

    private async Task<DialogTurnResult> TakeTheCaseFurtherAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var no = await KeptAsync(step, cancellationToken);
        if (no.GoesOn)
            CaseRound.Fold(no, _tools.Reader.AnswersOf(no).Noes);
        return no.Won ? await EndWithRecapAsync(step, no, cancellationToken) : await step.NextAsync(cancellationToken: cancellationToken);
    }

    // Who it is about is known right after their name: whether they asked for no contact is looked up there.
    private IEnumerable<WaterfallStep> AskAndPlace(Question question) =>
        question.Id == "customer" ? [Ask(question), AskWhetherItIsThemAsync, AskForASecondWordAsync, SayWhatStandsAsync] : [Ask(question)];

    private async Task<DialogTurnResult> AskWhetherItIsThemAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var no = await KeptAsync(step, cancellationToken);
        var contact = await _promise.LookAsync(step.Context, no, cancellationToken);
        return await AskIfAsync(contact.Verdict == ContactVerdict.MayBePromised && !no.Answers.Has(SameCustomerPrompt.Name), SameCustomerPrompt.Name, step, cancellationToken);
    }

    private async Task<DialogTurnResult> AskForASecondWordAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var no = await KeptAsync(step, cancellationToken);
        var said = no.Answers.Find(SameCustomerPrompt.Name)?.Chosen;
        if (said == SameCustomerPrompt.Yes && no.Contact is { Verdict: ContactVerdict.MayBePromised })
        {
            _promise.TellApart(step.Context, no, same: true);
            await _promise.LookAsync(step.Context, no, cancellationToken);
        }

        return await AskIfAsync(said == SameCustomerPrompt.No && !no.Answers.Has(SecondWordPrompt.Name), SecondWordPrompt.Name, step, cancellationToken);
    }

    private async Task<DialogTurnResult> SayWhatStandsAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var no = await KeptAsync(step, cancellationToken);
        if (no.Answers.Find(SecondWordPrompt.Name) is { Text.Length: > 0 } word && !no.Customer.Contains(word.Text, StringComparison.OrdinalIgnoreCase))
        {
            // Both are known by two words from here on.
            no.Answers.Keep(no.Answers.Find("customer")! with { Text = $"{no.Customer}, {word.Text}" });
            _promise.TellApart(step.Context, no, same: false);
            await _promise.LookAsync(step.Context, no, cancellationToken);
        }

        if (no.Contact is { Verdict: ContactVerdict.Promised } && !no.PromiseTold)
        {
            no.PromiseTold = true;
            await _promise.SayItStandsAsync(step.Context, no, cancellationToken);
        }

        return await step.NextAsync(cancellationToken: cancellationToken);
    }

    private WaterfallStep Ask(Question question) => async (step, cancellationToken) =>
    {
        var no = await KeptAsync(step, cancellationToken);
        return await AskIfAsync(no.Answers.Wants(question), question.Id, step, cancellationToken);
    };

    private async Task<DialogTurnResult> AskWhenInDoubtAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var no = await KeptAsync(step, cancellationToken);
        if (!no.Answers.Has(VerdictPrompt.Name) && _tools.Reader.WantsSecondOpinion(no))
            await SeekSecondOpinionAsync(step.Context, no, cancellationToken);
        var inDoubt = !no.Answers.Has(DoubtPrompt.Name) && !no.Answers.Has(VerdictPrompt.Name) && _tools.Reader.Read(no).First.Doubt is not null;
        return await AskIfAsync(inDoubt, DoubtPrompt.Name, step, cancellationToken);
    }

    // Here and before the words a language model is waited for, and never at both in one turn: the rep's word on the reading lies between.
    private async Task SeekSecondOpinionAsync(ITurnContext turn, DebriefCase no, CancellationToken cancellationToken)
    {
        await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, cancellationToken);
        var (tenant, person) = PersonState.WhoseTurn(turn.Activity);
        await _tools.Reader.SeekSecondOpinionAsync(no, new LanguageCaller(tenant, person), cancellationToken);
    }

    private async Task<DialogTurnResult> ShowTheReadingAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var no = await KeptAsync(step, cancellationToken);
        return await AskIfAsync(!no.Answers.Has(VerdictPrompt.Name), VerdictPrompt.Name, step, cancellationToken);
    }

    private async Task<DialogTurnResult> OfferWordsAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var no = await KeptAsync(step, cancellationToken);
        await _promise.LookAsync(step.Context, no, cancellationToken);
        var reading = _tools.Reader.Read(no);
        if ((no.Step, no.Reason) != (reading.Step, reading.Reason))
            (no.Step, no.Reason, no.Wording, no.Tone, no.ShowsOwnWords) = (reading.Step, reading.Reason, 0, Scripts.Tone.Base, true);
        if (reading.Step == NextStep.HonourNo)
            await _promise.KeepAsync(step.Context, no, cancellationToken);
        if (!no.Answers.Has(WordsPrompt.Name) && no.Contact is not { Verdict: ContactVerdict.Unreadable } && _tools.Wording.IsWanted(no))
            await SeekOwnWordsAsync(step.Context, no, cancellationToken);
        return await AskIfAsync(!no.Answers.Has(WordsPrompt.Name), WordsPrompt.Name, step, cancellationToken);
    }

    private async Task SeekOwnWordsAsync(ITurnContext turn, DebriefCase no, CancellationToken cancellationToken)
    {
        await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, cancellationToken);
        var (tenant, person) = PersonState.WhoseTurn(turn.Activity);
        await _tools.Wording.SeekAsync(no, new LanguageCaller(tenant, person), cancellationToken);
    }

    // What the customer named themselves is only said back.
    private async Task<DialogTurnResult> AskForADateAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var no = await KeptAsync(step, cancellationToken);
        if (CaseFollowUp.KindFor(no) is null || no.Answers.Has(FollowUpPrompt.Name))
            return await step.NextAsync(cancellationToken: cancellationToken);
        if (no.Answers.Find(FollowUpCheckPrompt.Name) is null && _followUp.SaidByTheCustomer(step.Context, no) is { } named)
        {
            no.Answers.Keep(named);
            return await step.NextAsync(cancellationToken: cancellationToken);
        }

        no.Answers.Drop(FollowUpCheckPrompt.Name);
        return await step.PromptAsync(FollowUpPrompt.Name, new PromptOptions(), cancellationToken);
    }

    private async Task<DialogTurnResult> SayTheDateBackAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var no = await KeptAsync(step, cancellationToken);
        var isDated = CaseFollowUp.KindFor(no) is not null && no.Answers.Find(FollowUpPrompt.Name)?.Chosen is not null;
        return await AskIfAsync(isDated && !no.Answers.Has(FollowUpCheckPrompt.Name), FollowUpCheckPrompt.Name, step, cancellationToken);
    }

    private async Task<DialogTurnResult> PlanAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var no = await KeptAsync(step, cancellationToken);
        switch (no.Answers.Find(FollowUpCheckPrompt.Name)?.Chosen)
        {
            case FollowUpCheckPrompt.Yes when no.PlannedFor != no.Answers.Find(FollowUpPrompt.Name)?.Chosen:
                await _followUp.PlanAsync(step.Context, no, cancellationToken);
                break;
            case FollowUpCheckPrompt.Another:
                no.Answers.Drop(FollowUpPrompt.Name);
                return await step.ReplaceDialogAsync(Steps, cancellationToken: cancellationToken);
            case FollowUpCheckPrompt.Instead:
                no.Answers.Drop(FollowUpCheckPrompt.Name);
                return await step.ReplaceDialogAsync(Steps, cancellationToken: cancellationToken);
            case FollowUpCheckPrompt.No:
                no.Answers.Keep(Answer.Open(FollowUpPrompt.Name));
                break;
        }

        return await step.NextAsync(cancellationToken: cancellationToken);
    }

    private async Task<DialogTurnResult> AskAboutTheCraftAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var no = await KeptAsync(step, cancellationToken);
        return await AskIfAsync(!no.Answers.Has(CraftPrompt.Name), CraftPrompt.Name, step, cancellationToken);
    }

    private async Task<DialogTurnResult> AskForOneCommitmentAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var no = await KeptAsync(step, cancellationToken);
        return await AskIfAsync(!no.Answers.Has(CommitmentPrompt.Name), CommitmentPrompt.Name, step, cancellationToken);
    }

    private async Task<DialogTurnResult> RecapAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var no = await KeptAsync(step, cancellationToken);
        no.SpendTheAsk();
        return await EndWithRecapAsync(step, no, cancellationToken);
    }

    private async Task<DialogTurnResult> EndWithRecapAsync(WaterfallStepContext step, DebriefCase no, CancellationToken cancellationToken)
    {
        await _followUp.EndAsync(step.Context, no, cancellationToken);
        await _recap.ShowAsync(step.Context, no, cancellationToken);
        await _tools.Desk.CloseAsync(step.Context, cancellationToken);
        await _records.WriteAsync(step.Context, no, cancellationToken);
        return await step.EndDialogAsync(cancellationToken: cancellationToken);
    }

    // What a prompt heard comes as the result of the step after it.
    private async Task<DebriefCase> KeptAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var no = await _tools.Desk.CurrentAsync(step.Context, cancellationToken);
        foreach (var answer in step.Result as IReadOnlyList<Answer> ?? [])
            no.Answers.Keep(answer);
        return no;
    }

    private static Task<DialogTurnResult> AskIfAsync(bool wanted, string prompt, WaterfallStepContext step, CancellationToken cancellationToken) =>
        wanted ? step.PromptAsync(prompt, new PromptOptions(), cancellationToken) : step.NextAsync(cancellationToken: cancellationToken);
}
