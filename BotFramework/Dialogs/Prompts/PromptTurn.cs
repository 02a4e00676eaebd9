using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What every prompt does: remembers its options and attempts, has the answer validated, and asks.</summary>
internal static class PromptTurn
{
    internal const string AttemptCount = "AttemptCount";

    private const string PersistedOptions = "options";
    private const string PersistedState = "state";

    internal static PromptOptions Options(DialogInstance instance) => instance.State.Object<PromptOptions>(PersistedOptions);

    internal static IDictionary<string, object> State(DialogInstance instance) => instance.State.Map(PersistedState);

    internal static PromptOptions Begin(DialogContext dc, object options)
    {
        ArgumentNullException.ThrowIfNull(dc);
        Dialog.RefuseToken(options, nameof(options));
        if (options is not PromptOptions promptOptions)
            throw new ArgumentOutOfRangeException(nameof(options), "Prompt options are required for prompt dialogs.");

        ExpectInput(promptOptions.Prompt);
        ExpectInput(promptOptions.RetryPrompt);
        dc.ActiveDialog.State[PersistedOptions] = promptOptions;
        dc.ActiveDialog.State[PersistedState] = new Dictionary<string, object> { [AttemptCount] = 0 };
        return promptOptions;
    }

    /// <summary>Counts the attempt and asks the validator, or without one, whether anything was recognised.</summary>
    internal static Task<bool> IsAcceptedAsync<T>(
        DialogContext dc, PromptRecognizerResult<T> recognized, PromptValidator<T> validator, CancellationToken cancellationToken)
    {
        var state = State(dc.ActiveDialog);
        state[AttemptCount] = state.Int(AttemptCount) + 1;
        return validator == null
            ? Task.FromResult(recognized.Succeeded)
            : validator(new PromptValidatorContext<T>(dc.Context, recognized, state, Options(dc.ActiveDialog)), cancellationToken);
    }

    internal static async Task SendAsync(ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken)
    {
        // Sending addresses an activity; what is kept in state stays as the author wrote it.
        if (Question(turnContext, options, isRetry) is { } question)
            await turnContext.SendActivityAsync(question.ShallowCopy(), cancellationToken);
    }

    internal static Activity Question(ITurnContext turnContext, PromptOptions options, bool isRetry)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        return isRetry && options.RetryPrompt != null ? options.RetryPrompt : options.Prompt;
    }

    private static void ExpectInput(Activity activity)
    {
        if (activity != null && string.IsNullOrEmpty(activity.InputHint))
            activity.InputHint = InputHints.ExpectingInput;
    }
}
