namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Says whether an answer is accepted; is asked also when nothing was recognised, and may change the value.</summary>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> promptContext, CancellationToken cancellationToken);

public class PromptRecognizerResult<T>
{
    public bool Succeeded { get; set; }

    public T Value { get; set; }

    /// <summary>Whether the answer may still be taken for an interruption.</summary>
    public bool AllowInterruption { get; set; }
}

public class PromptValidatorContext<T>
{
    internal PromptValidatorContext(
        ITurnContext turnContext, PromptRecognizerResult<T> recognized, IDictionary<string, object> state, PromptOptions options)
        => (Context, Recognized, State, Options) = (turnContext, recognized, state, options);

    public ITurnContext Context { get; }

    public PromptRecognizerResult<T> Recognized { get; }

    public PromptOptions Options { get; }

    /// <summary>What the validator remembers from one attempt to the next.</summary>
    public IDictionary<string, object> State { get; }

    /// <summary>How many answers were given, this one included.</summary>
    public int AttemptCount => State.Int(PromptTurn.AttemptCount);
}
