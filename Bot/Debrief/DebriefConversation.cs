using CoachBot.Channels;
using CoachBot.Conversation;
using CoachBot.Flows;
using CoachBot.FollowUps.Promises;
using CoachBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace CoachBot.Debrief;

/// <summary>The front door of the debrief: takes a message of a personal chat, whether or not a debrief is under way.</summary>
public sealed class DebriefConversation
{
    private readonly DialogSet _dialogs;
    private readonly IStatePropertyAccessor<DialogState> _stack;
    private readonly string _questions;
    private readonly DebriefDesk _desk;
    private readonly RecapCard _recap;
    private readonly CasePromise _promise;
    private readonly Dictionary<Command, SideDialog> _sideDialogs;
    private readonly Dictionary<Command, IAside> _asides;
    private readonly Commands _commands;
    private readonly Phrases _phrases;

    public DebriefConversation(PersonState person, DebriefDialog debrief, IEnumerable<SideDialog> sideDialogs, IEnumerable<IAside> asides, DebriefDesk desk, RecapCard recap, CasePromise promise, Commands commands, Phrases phrases, IReadOnlyDictionary<string, Flow> flows)
    {
        (_desk, _recap, _promise, _commands, _phrases) = (desk, recap, promise, commands, phrases);
        _stack = person.CreateProperty<DialogState>("dialogs");
        _dialogs = new DialogSet(_stack);
        _questions = string.Join(' ', flows.Values.OrderBy(f => f.Name, StringComparer.Ordinal).SelectMany(f => f.Questions, (f, q) => $"{f.Name}.{q.Id}"));
        _dialogs.Add(debrief);
        _sideDialogs = sideDialogs.ToDictionary(d => d.Command);
        _asides = asides.ToDictionary(a => a.Command);
        foreach (var side in _sideDialogs.Values)
            _dialogs.Add(side);
    }

    public async Task HandleAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        await ForgetOldQuestionsAsync(turn, cancellationToken);
        var dialogs = await _dialogs.CreateContextAsync(turn, cancellationToken);
        var open = await _desk.OpenCaseAsync(turn, cancellationToken);
        // In another conversation the same customer may have asked for quiet meanwhile.
        if (open is not null)
            await _promise.LookAsync(turn, open, cancellationToken);
        if (_sideDialogs.Values.Any(d => d.Id == dialogs.ActiveDialog?.Id))
            await GoOnAsideAsync(dialogs, cancellationToken);
        else if (dialogs.ActiveDialog is not null && open is not null)
            await GoOnDebriefingAsync(dialogs, open, cancellationToken);
        else if (CardPress.Of(turn) is { } press)
            await PressedAsync(dialogs, press, cancellationToken);
        else if (_commands.GoingOn(turn.Activity.Text) is { } saidNow)
            await GoOnAsync(dialogs, await _desk.FindClosedAsync(turn, null, cancellationToken), saidNow, cancellationToken);
        else
            await SaidAsync(dialogs, turn.Activity.Text ?? "", cancellationToken);
    }

    /// <summary>Whether something is being asked at present: what is typed then is its answer.</summary>
    public async Task<bool> IsUnderWayAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        (await _stack.GetAsync(turn, () => new DialogState(), cancellationToken)).DialogStack.Count > 0;

    /// <summary>The customer of a finished case answered: it goes on.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="number">The case's number; null where it was told in another conversation.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task TakeUpAsync(ITurnContext turn, int? number, CancellationToken cancellationToken)
    {
        await ForgetOldQuestionsAsync(turn, cancellationToken);
        var dialogs = await _dialogs.CreateContextAsync(turn, cancellationToken);
        await GoOnAsync(dialogs, number is null ? null : await _desk.FindClosedAsync(turn, number.Value, cancellationToken), "", cancellationToken);
    }

    private async Task GoOnDebriefingAsync(DialogContext dialogs, DebriefCase open, CancellationToken cancellationToken)
    {
        await dialogs.ContinueDialogAsync(cancellationToken);
        if (open.Aside is not { } aside)
            return;
        await dialogs.CancelAllDialogsAsync(cancellationToken);
        var began = await dialogs.BeginDialogAsync(_sideDialogs[aside].Id, open.Contact?.Customer, cancellationToken);
        await ResumeAsync(dialogs, began, cancellationToken);
    }

    // When something else has been said to the end, the case on the desk is gone on with by itself.
    private async Task ResumeAsync(DialogContext dialogs, DialogTurnResult aside, CancellationToken cancellationToken)
    {
        if (aside.Status == DialogTurnStatus.Complete && await _desk.OpenCaseAsync(dialogs.Context, cancellationToken) is { Answers.Given.Count: > 0 })
            await BeginOrResumeAsync(dialogs, "", cancellationToken);
    }

    private async Task GoOnAsideAsync(DialogContext dialogs, CancellationToken cancellationToken)
    {
        switch (_commands.Find(dialogs.Context.Activity.Text ?? "", quoting: true))
        {
            case Command.Cancel:
                await dialogs.CancelAllDialogsAsync(cancellationToken);
                await SayAsync(dialogs, ConversationWords.Cancelled, cancellationToken);
                break;
            case Command.Help:
                await SayAsync(dialogs, ConversationWords.Help, cancellationToken);
                await dialogs.RepromptDialogAsync(cancellationToken);
                break;
            default:
                await ResumeAsync(dialogs, await dialogs.ContinueDialogAsync(cancellationToken), cancellationToken);
                break;
        }
    }

    // After a change of the flow the stack may name a question that is gone. The answers are what counts: they stay, and the walk begins anew.
    private async Task ForgetOldQuestionsAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var notes = await _desk.NotesAsync(turn, cancellationToken);
        if (notes.Questions == _questions)
            return;
        notes.Questions = _questions;
        (await _stack.GetAsync(turn, () => new DialogState(), cancellationToken)).DialogStack.Clear();
    }

    private Task SaidAsync(DialogContext dialogs, string text, CancellationToken cancellationToken) => _commands.Find(text) switch
    {
        Command.Hi => OfferToBeginAsync(dialogs, ConversationWords.Hello, cancellationToken),
        Command.Help => OfferToBeginAsync(dialogs, ConversationWords.Help, cancellationToken),
        Command.Cancel or Command.Back => SayAsync(dialogs, ConversationWords.NothingToCancel, cancellationToken),
        Command.StartOver => BeginAsync(dialogs, ConversationWords.StartedOver, asForm: false, "", cancellationToken),
        Command.Form => BeginAsync(dialogs, null, asForm: true, "", cancellationToken),
        Command.TheyAnswered => TakeUpLatestAsync(dialogs, cancellationToken),
        { } command when _asides.TryGetValue(command, out var aside) => aside.AnswerAsync(dialogs.Context, cancellationToken),
        { } command when _sideDialogs.TryGetValue(command, out var side) => dialogs.BeginDialogAsync(side.Id, cancellationToken: cancellationToken),
        Command.Debrief => BeginOrResumeAsync(dialogs, "", cancellationToken),
        _ when string.IsNullOrWhiteSpace(text) => SayAsync(dialogs, ConversationWords.Blank, cancellationToken),
        _ => BeginOrResumeAsync(dialogs, text, cancellationToken),
    };

    private async Task PressedAsync(DialogContext dialogs, CardPress press, CancellationToken cancellationToken)
    {
        var pressed = press.Nonce is null ? null : await _desk.FindClosedAsync(dialogs.Context, press.Nonce, cancellationToken);
        if (pressed is not null && press.Answer == RecapCard.TheyAnswered)
            await GoOnAsync(dialogs, pressed, "", cancellationToken);
        else if (press.Answer == RecapCard.NewDebrief)
            await BeginOrResumeAsync(dialogs, "", cancellationToken);
        else
            await SayAsync(dialogs, ConversationWords.StaleButtonIdle, cancellationToken);
    }

    private async Task TakeUpLatestAsync(DialogContext dialogs, CancellationToken cancellationToken) =>
        await GoOnAsync(dialogs, await _desk.FindClosedAsync(dialogs.Context, null, cancellationToken), "", cancellationToken);

    private async Task GoOnAsync(DialogContext dialogs, DebriefCase? no, string saidNow, CancellationToken cancellationToken)
    {
        if (await _desk.OpenCaseAsync(dialogs.Context, cancellationToken) is { Answers.Given.Count: > 0 })
        {
            await SayAsync(dialogs, DebriefWords.Busy, cancellationToken);
            await BeginOrResumeAsync(dialogs, "", cancellationToken);
            return;
        }

        if (no is null)
        {
            await BeginAsync(dialogs, DebriefWords.NothingOpen, asForm: false, saidNow, cancellationToken);
            return;
        }

        if (no.IsQuiet || no.Won)
        {
            await SayAsync(dialogs, no.Won ? DebriefWords.Won : DebriefWords.ClosedForGood, cancellationToken);
            return;
        }

        if ((await _promise.LookAsync(dialogs.Context, no, cancellationToken)).Verdict == ContactVerdict.Promised)
        {
            await _promise.SayItStandsAsync(dialogs.Context, no, cancellationToken);
            return;
        }

        await _recap.TakenUpAsync(dialogs.Context, no, cancellationToken);
        await _desk.TakeUpAsync(dialogs.Context, no, saidNow, cancellationToken);
        await dialogs.Context.SendActivityAsync(PlainMessage.Of(_phrases.Say(DebriefWords.GoesOn, ("customer", no.CustomerOr(_phrases.Say(DebriefWords.UnknownCustomer))))), cancellationToken);
        await WalkAsync(dialogs, cancellationToken);
    }

    private async Task BeginOrResumeAsync(DialogContext dialogs, string opening, CancellationToken cancellationToken)
    {
        if (await _desk.OpenCaseAsync(dialogs.Context, cancellationToken) is { Answers.Given.Count: > 0 } open)
        {
            var keeps = opening.Length > 0 && open.Opening.Length == 0 && !open.Answers.Has("said");
            if (keeps)
                open.Opening = opening;
            await SayAsync(dialogs, keeps ? DebriefWords.OpeningKept : ConversationWords.Resumed, cancellationToken);
            await WalkAsync(dialogs, cancellationToken);
            return;
        }

        await BeginAsync(dialogs, opening.Length > 0 ? DebriefWords.OpeningKept : DebriefWords.Start, asForm: false, opening, cancellationToken);
    }

    private async Task BeginAsync(DialogContext dialogs, string? first, bool asForm, string opening, CancellationToken cancellationToken)
    {
        await _desk.StartAsync(dialogs.Context, asForm, opening, cancellationToken);
        if (first is not null)
            await SayAsync(dialogs, first, cancellationToken);
        await WalkAsync(dialogs, cancellationToken);
    }

    private static async Task WalkAsync(DialogContext dialogs, CancellationToken cancellationToken)
    {
        await dialogs.CancelAllDialogsAsync(cancellationToken);
        await dialogs.BeginDialogAsync(DebriefDialog.Name, cancellationToken: cancellationToken);
    }

    private Task OfferToBeginAsync(DialogContext dialogs, string phrase, CancellationToken cancellationToken) =>
        dialogs.Context.SendActivityAsync(PlainMessage.SuggestingToBegin(_phrases.Say(phrase), _phrases), cancellationToken);

    private Task SayAsync(DialogContext dialogs, string phrase, CancellationToken cancellationToken) =>
        dialogs.Context.SendActivityAsync(_phrases.Say(phrase), cancellationToken: cancellationToken);
}
