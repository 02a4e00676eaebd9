using CoachBot.Channels;
using CoachBot.Conversation;
using CoachBot.Flows;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace CoachBot.Debrief;

/// <summary>What a person says in the middle of a debrief that is no answer: a command, a question back, an earlier answer put right, nothing at all.</summary>
public sealed class DebriefInterruptions(DebriefDesk desk, Commands commands, Phrases phrases, DebriefCorrections corrections, IEnumerable<IAside> asides)
{
    /// <summary>Deals with an interruption; null if the message is an answer.</summary>
    public async Task<DialogTurnResult?> HandleAsync(DialogContext inner, string steps, CancellationToken cancellationToken)
    {
        var turn = inner.Context;
        var no = await desk.CurrentAsync(turn, cancellationToken);
        if (CardPress.Of(turn) is { } press)
            return press.Nonce is not null && press.Nonce == no.Live.Nonce ? null : await StaleAsync(inner, press, cancellationToken);

        var question = (inner.Dialogs.Find(no.Asking ?? "") as DebriefPrompt)?.QuestionFor(no);
        var text = turn.Activity.Text;
        if (string.IsNullOrWhiteSpace(text))
            return await SayAndAskAgainAsync(inner, IsPicture(turn) ? ConversationWords.OnlyWords : ConversationWords.Blank, cancellationToken);
        var quoting = question?.Kind == QuestionKind.LongText || question?.Id == "why";
        // "Not now" is also what the rep may guess that they meant.
        var isOption = question is not null && AnswerReader.IsOption(question, text);
        if (!isOption && commands.Find(text, quoting) is { } command)
            return await ObeyAsync(command, inner, steps, cancellationToken);
        if (question is not null && !isOption && IsQuestionBack(question, text, quoting))
            return await AnswerBackAsync(inner, question, cancellationToken);
        if (no.Asking is WordsPrompt.Name or CraftPrompt.Name or CommitmentPrompt.Name && commands.GoingOn(text) is { } saidNow)
            return await GoOnAtOnceAsync(inner, no, saidNow, steps, cancellationToken);
        if (corrections.Apply(no, text, quoting))
        {
            await turn.SendActivityAsync(phrases.Say(DebriefWords.Corrected), cancellationToken: cancellationToken);
            return await WalkAgainAsync(inner, steps, cancellationToken);
        }

        return null;
    }

    private Task<DialogTurnResult?> ObeyAsync(Command command, DialogContext inner, string steps, CancellationToken cancellationToken) => command switch
    {
        Command.Help => SayAndAskAgainAsync(inner, ConversationWords.Help, cancellationToken),
        Command.Hi => SayAndAskAgainAsync(inner, ConversationWords.HelloAgain, cancellationToken),
        Command.Cancel => StopAsync(inner, cancellationToken),
        Command.Back => GoBackAsync(inner, steps, cancellationToken),
        Command.StartOver => StartOverAsync(inner, steps, cancellationToken),
        Command.Form => StartOnFormAsync(inner, steps, cancellationToken),
        Command.TheyAnswered => SayAndAskAgainAsync(inner, DebriefWords.Busy, cancellationToken),
        // "Go on" is the words card's own answer; anywhere else it only means that the person is ready.
        Command.Debrief => GoOnAsync(inner, cancellationToken),
        _ => StepAsideAsync(command, inner, cancellationToken),
    };

    // What is answered at once is; for anything longer the open case stays on the desk.
    private async Task<DialogTurnResult?> StepAsideAsync(Command command, DialogContext inner, CancellationToken cancellationToken)
    {
        if (asides.FirstOrDefault(a => a.Command == command) is { } aside)
        {
            await aside.AnswerAsync(inner.Context, cancellationToken);
            await inner.RepromptDialogAsync(cancellationToken);
            return Dialog.EndOfTurn;
        }

        var no = await desk.CurrentAsync(inner.Context, cancellationToken);
        no.Aside = command;
        return await inner.CancelAllDialogsAsync(cancellationToken);
    }

    // "I asked, she said it's the budget", while the words are still on the table: the ask is spent, and the case goes on.
    // After a request for quiet, or anger, it goes on as little here as from the recap.
    private async Task<DialogTurnResult?> GoOnAtOnceAsync(DialogContext inner, DebriefCase no, string saidNow, string steps, CancellationToken cancellationToken)
    {
        if (no.IsQuiet)
            return await SayAndAskAgainAsync(inner, DebriefWords.ClosedForGood, cancellationToken);
        no.SpendTheAsk();
        no.ComeBack(saidNow);
        return await WalkAgainAsync(inner, steps, cancellationToken);
    }

    private async Task<DialogTurnResult?> GoOnAsync(DialogContext inner, CancellationToken cancellationToken)
    {
        if ((await desk.CurrentAsync(inner.Context, cancellationToken)).Asking is WordsPrompt.Name or VerdictPrompt.Name)
            return null;
        await inner.RepromptDialogAsync(cancellationToken);
        return Dialog.EndOfTurn;
    }

    private async Task<DialogTurnResult?> StopAsync(DialogContext inner, CancellationToken cancellationToken)
    {
        await inner.Context.SendActivityAsync(phrases.Say(ConversationWords.Cancelled), cancellationToken: cancellationToken);
        return await inner.CancelAllDialogsAsync(cancellationToken);
    }

    private async Task<DialogTurnResult?> GoBackAsync(DialogContext inner, string steps, CancellationToken cancellationToken)
    {
        var no = await desk.CurrentAsync(inner.Context, cancellationToken);
        var taken = no.Answers.Given.Count > no.Settled ? no.Answers.TakeBack() : null;
        // With its first answer gone, the form itself is put again.
        while (taken is not null && no.AsForm && no.Answers.Has(FormPrompt.Name) && no.Answers.Given.Count > 0 && no.Answers.Given[^1].Question == FormPrompt.Name)
            taken = no.Answers.TakeBack();
        // When a case goes on, what they said this time may stand as the answer to "why" as well.
        if (taken is { Question: "said" } && no.Rounds.Count > 0)
            no.Answers.Drop("why");
        if (taken is null)
            return await SayAndAskAgainAsync(inner, ConversationWords.NothingToGoBack, cancellationToken);
        await inner.Context.SendActivityAsync(phrases.Say(ConversationWords.WentBack), cancellationToken: cancellationToken);
        return await WalkAgainAsync(inner, steps, cancellationToken);
    }

    private async Task<DialogTurnResult?> StartOverAsync(DialogContext inner, string steps, CancellationToken cancellationToken)
    {
        await desk.StartAsync(inner.Context, asForm: false, "", cancellationToken);
        await inner.Context.SendActivityAsync(phrases.Say(ConversationWords.StartedOver), cancellationToken: cancellationToken);
        return await WalkAgainAsync(inner, steps, cancellationToken);
    }

    // The form in mid-debrief is only another way to fill in what is still missing at the very beginning.
    private async Task<DialogTurnResult?> StartOnFormAsync(DialogContext inner, string steps, CancellationToken cancellationToken)
    {
        var no = await desk.CurrentAsync(inner.Context, cancellationToken);
        if (no.Answers.Given.Count > 0)
            return await SayAndAskAgainAsync(inner, DebriefWords.Busy, cancellationToken);
        no.AsForm = true;
        return await WalkAgainAsync(inner, steps, cancellationToken);
    }

    private async Task<DialogTurnResult?> StaleAsync(DialogContext inner, CardPress press, CancellationToken cancellationToken)
    {
        var recap = await desk.FindClosedAsync(inner.Context, press.Nonce ?? "", cancellationToken);
        return await SayAndAskAgainAsync(inner, recap is null ? ConversationWords.StaleButton : DebriefWords.Busy, cancellationToken);
    }

    private static async Task<DialogTurnResult?> AnswerBackAsync(DialogContext inner, Question question, CancellationToken cancellationToken)
    {
        await inner.Context.SendActivityAsync(question.Help ?? question.Ask, cancellationToken: cancellationToken);
        await inner.RepromptDialogAsync(cancellationToken);
        return Dialog.EndOfTurn;
    }

    private async Task<DialogTurnResult?> SayAndAskAgainAsync(DialogContext inner, string phrase, CancellationToken cancellationToken)
    {
        await inner.Context.SendActivityAsync(phrases.Say(phrase), cancellationToken: cancellationToken);
        await inner.RepromptDialogAsync(cancellationToken);
        return Dialog.EndOfTurn;
    }

    private static async Task<DialogTurnResult> WalkAgainAsync(DialogContext inner, string steps, CancellationToken cancellationToken)
    {
        await inner.CancelAllDialogsAsync(cancellationToken);
        return await inner.BeginDialogAsync(steps, cancellationToken: cancellationToken);
    }

    // A quoted customer may well ask "why?"; a question to the coach is then at least a few words long.
    private bool IsQuestionBack(Question question, string text, bool quoting)
    {
        if (quoting)
            return commands.IsQuestionBack(text) && TypedText.WordCount(TypedText.Normalize(text)) > 2;
        return commands.IsQuestionBack(text) || (question.Kind is QuestionKind.Choice or QuestionKind.Count && text.TrimEnd().EndsWith('?'));
    }

    private static bool IsPicture(ITurnContext turn) => turn.Activity.Attachments?.Any(a => a.ContentType != "text/html") is true;
}
