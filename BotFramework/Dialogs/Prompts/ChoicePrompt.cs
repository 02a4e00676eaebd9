using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks to pick one of a list: by name, by part of a sentence, by position or by number.</summary>
public class ChoicePrompt : Prompt<FoundChoice>
{
    private static readonly Dictionary<string, ChoiceFactoryOptions> Defaults = PromptCultureModels.GetSupportedCultures().ToDictionary(
        culture => culture.Locale,
        culture => new ChoiceFactoryOptions(culture.Separator, culture.InlineOr, culture.InlineOrMore, true));

    private readonly Dictionary<string, ChoiceFactoryOptions> _choiceDefaults;

    public ChoicePrompt(string dialogId, PromptValidator<FoundChoice> validator = null, string defaultLocale = null)
        : this(dialogId, Defaults, validator, defaultLocale) { }

    public ChoicePrompt(
        string dialogId, Dictionary<string, ChoiceFactoryOptions> choiceDefaults, PromptValidator<FoundChoice> validator = null,
        string defaultLocale = null)
        : base(dialogId, validator)
        => (_choiceDefaults, DefaultLocale) = (choiceDefaults, defaultLocale);

    public ListStyle Style { get; set; } = ListStyle.Auto;

    public string DefaultLocale { get; set; }

    /// <summary>How the choices are put into a sentence; as the language does when null.</summary>
    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    public FindChoicesOptions RecognizerOptions { get; set; }

    protected override async Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        var question = PromptTurn.Question(turnContext, options, isRetry);
        var activity = turnContext.Activity;
        var culture = PromptCulture.Of(activity, null, DefaultLocale, _choiceDefaults);
        var prompt = AppendChoices(
            question, activity.ChannelId, options.Choices ?? [], options.Style ?? Style,
            ChoiceOptions ?? _choiceDefaults.GetValueOrDefault(culture), activity.Conversation?.ConversationType,
            Recipients(activity), cancellationToken);
        await turnContext.SendActivityAsync(prompt, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<FoundChoice>();
        if (turnContext.Activity is { Type: ActivityTypes.Message, Text.Length: > 0 } message)
        {
            var culture = PromptCulture.Of(message, options, RecognizerOptions?.Locale ?? DefaultLocale, _choiceDefaults);
            var found = ChoiceRecognizers.RecognizeChoices(message.Text, options?.Choices ?? [], In(culture));
            if (found is [var first, ..])
                (result.Succeeded, result.Value) = (true, first.Resolution);
        }

        return Task.FromResult(result);
    }

    // Teams shows suggested actions only to those they are addressed to.
    internal static List<string> Recipients(Activity activity) => activity.From?.Id is { } id ? [id] : null;

    // The prompt is shared by all conversations: its own options are left alone.
    private FindChoicesOptions In(string culture) => new()
    {
        Locale = culture,
        NoValue = RecognizerOptions?.NoValue ?? false,
        NoAction = RecognizerOptions?.NoAction ?? false,
        RecognizeNumbers = RecognizerOptions?.RecognizeNumbers ?? true,
        RecognizeOrdinals = RecognizerOptions?.RecognizeOrdinals ?? true,
        AllowPartialMatches = RecognizerOptions?.AllowPartialMatches ?? false,
        MaxTokenDistance = RecognizerOptions?.MaxTokenDistance,
        Tokenizer = RecognizerOptions?.Tokenizer,
    };
}
