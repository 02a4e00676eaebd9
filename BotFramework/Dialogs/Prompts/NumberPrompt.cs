using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Builder.Dialogs.Recognizers;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for a number, in digits or in words, with or without a unit.</summary>
/// <typeparam name="T">int, long, float, double or decimal. A number that it cannot hold is not recognised.</typeparam>
public class NumberPrompt<T> : Prompt<T>
    where T : struct
{
    /// <exception cref="NotSupportedException">The type is none of those above.</exception>
    public NumberPrompt(string dialogId, PromptValidator<T> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        if (default(T) is not (int or long or float or double or decimal))
            throw new NotSupportedException($"NumberPrompt: {typeof(T).Name} is not supported; use int, long, float, double or decimal.");
        DefaultLocale = defaultLocale;
    }

    public string DefaultLocale { get; set; }

    protected override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
        => PromptTurn.SendAsync(turnContext, options, isRetry, cancellationToken);

    protected override Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<T>();
        if (turnContext.Activity is { Type: ActivityTypes.Message, Text.Length: > 0 } message)
        {
            var culture = PromptCulture.Of(message, options, DefaultLocale);
            if (NumberRecognizer.Recognize(message.Text, culture) is [var first, ..] && Convert(first.Value) is { } value)
                (result.Succeeded, result.Value) = (true, value);
        }

        return Task.FromResult(result);
    }

    private static T? Convert(decimal value)
    {
        object converted = default(T) switch
        {
            int => decimal.IsInteger(value) && value is >= int.MinValue and <= int.MaxValue ? (int)value : null,
            long => decimal.IsInteger(value) && value is >= long.MinValue and <= long.MaxValue ? (long)value : null,
            float => (float)value,
            double => (double)value,
            _ => value,
        };
        return (T?)converted;
    }
}
