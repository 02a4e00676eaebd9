using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for a value, and asks again until an answer is recognised and accepted.</summary>
public abstract class Prompt<T> : Dialog
{
    private readonly PromptValidator<T> _validator;

    /// <exception cref="ArgumentNullException">The id is null or empty.</exception>
    public Prompt(string dialogId, PromptValidator<T> validator = null)
        : base(RequireId(dialogId, nameof(dialogId)))
        => _validator = validator;

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options, CancellationToken cancellationToken = default)
    {
        var promptOptions = PromptTurn.Begin(dc, options);
        await OnPromptAsync(dc.Context, PromptTurn.State(dc.ActiveDialog), promptOptions, false, cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (dc.Context.Activity.Type != ActivityTypes.Message)
            return EndOfTurn;

        var (state, options) = (PromptTurn.State(dc.ActiveDialog), PromptTurn.Options(dc.ActiveDialog));
        var recognized = await OnRecognizeAsync(dc.Context, state, options, cancellationToken);
        if (await PromptTurn.IsAcceptedAsync(dc, recognized, _validator, cancellationToken))
            return await dc.EndDialogAsync(recognized.Value, cancellationToken);

        // A validator that has said something itself has asked again.
        if (!dc.Context.Responded)
            await OnPromptAsync(dc.Context, state, options, true, cancellationToken);
        return EndOfTurn;
    }

    /// <summary>Something else was put on top of this prompt and has ended: the question is asked again.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    public override async Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        await OnPromptAsync(turnContext, PromptTurn.State(instance), PromptTurn.Options(instance), false, cancellationToken);
    }

    /// <summary>Keeps an answer that this prompt understands from being taken for an interruption by its parents.</summary>
    protected override async Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dc);
        ArgumentNullException.ThrowIfNull(e);
        if (e.Name != DialogEvents.ActivityReceived || dc.Context.Activity.Type != ActivityTypes.Message)
            return false;

        var (state, options) = (PromptTurn.State(dc.ActiveDialog), PromptTurn.Options(dc.ActiveDialog));
        var recognized = await OnRecognizeAsync(dc.Context, state, options, cancellationToken);
        return recognized.Succeeded && !recognized.AllowInterruption;
    }

    protected abstract Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default);

    protected abstract Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default);

    protected virtual IMessageActivity AppendChoices(
        IMessageActivity prompt, string channelId, IList<Choice> choices, ListStyle style, ChoiceFactoryOptions options = null,
        CancellationToken cancellationToken = default)
        => AppendChoices(prompt, channelId, choices, style, options, null, null, cancellationToken);

    /// <summary>The prompt with its choices; the prompt that was given stays as it is.</summary>
    protected virtual IMessageActivity AppendChoices(
        IMessageActivity prompt, string channelId, IList<Choice> choices, ListStyle style, ChoiceFactoryOptions options = null,
        string conversationType = null, IList<string> toList = null, CancellationToken cancellationToken = default)
    {
        var text = prompt?.Text ?? string.Empty;
        var offer = style switch
        {
            ListStyle.Inline => ChoiceFactory.Inline(choices, text, null, options),
            ListStyle.List => ChoiceFactory.List(choices, text, null, options),
            ListStyle.SuggestedAction => ChoiceFactory.SuggestedAction(choices, text, null, toList),
            ListStyle.HeroCard => ChoiceFactory.HeroCard(choices, text),
            ListStyle.None => MessageFactory.Text(text),
            _ => ChoiceFactory.ForChannel(channelId, choices, text, null, options, conversationType, toList),
        };
        if (prompt is not Activity asked)
        {
            offer.InputHint = InputHints.ExpectingInput;
            return offer;
        }

        var copy = asked.ShallowCopy();
        copy.Text = offer.Text;
        if (offer.SuggestedActions is { Actions.Count: > 0 } actions)
            copy.SuggestedActions = actions;
        if (offer.Attachments is { Count: > 0 } attachments)
            copy.Attachments = [.. copy.Attachments ?? [], .. attachments];
        return copy;
    }
}
