using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Builder.Dialogs.Recognizers;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for a yes or a no: in words, or by the number of one of the two choices.</summary>
public class ConfirmPrompt : Prompt<bool>
{
    private static readonly Dictionary<string, (Choice Yes, Choice No, ChoiceFactoryOptions Options)> Defaults =
        PromptCultureModels.GetSupportedCultures().ToDictionary(
            culture => culture.Locale,
            culture => (
                new Choice(culture.YesInLanguage),
                new Choice(culture.NoInLanguage),
                new ChoiceFactoryOptions(culture.Separator, culture.InlineOr, culture.InlineOrMore, true)));

    private readonly Dictionary<string, (Choice Yes, Choice No, ChoiceFactoryOptions Options)> _choiceDefaults;

    public ConfirmPrompt(string dialogId, PromptValidator<bool> validator = null, string defaultLocale = null)
        : this(dialogId, Defaults, validator, defaultLocale) { }

    public ConfirmPrompt(
        string dialogId, Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> choiceDefaults, PromptValidator<bool> validator = null,
        string defaultLocale = null)
        : base(dialogId, validator)
        => (_choiceDefaults, DefaultLocale) = (choiceDefaults, defaultLocale);

    public ListStyle Style { get; set; } = ListStyle.Auto;

    public string DefaultLocale { get; set; }

    /// <summary>How the two choices are put into a sentence; as the language does when null.</summary>
    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    /// <summary>The yes and the no that are offered; the language's when null.</summary>
    public Tuple<Choice, Choice> ConfirmChoices { get; set; }

    protected override async Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        var question = PromptTurn.Question(turnContext, options, isRetry);
        var activity = turnContext.Activity;
        var (choices, choiceOptions) = In(PromptCulture.Of(activity, null, DefaultLocale, _choiceDefaults));
        var prompt = AppendChoices(
            question, activity.ChannelId, choices, options.Style ?? Style, choiceOptions, activity.Conversation?.ConversationType,
            ChoicePrompt.Recipients(activity), cancellationToken);
        await turnContext.SendActivityAsync(prompt, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<bool>();
        if (turnContext.Activity is { Type: ActivityTypes.Message, Text.Length: > 0 } message)
        {
            var culture = PromptCulture.Of(message, options, DefaultLocale, _choiceDefaults);
            if (!BooleanRecognizer.TryRecognize(message.Text, culture, out var answer))
                answer = AsChoice(message.Text, culture);
            (result.Succeeded, result.Value) = (answer != null, answer ?? false);
        }

        return Task.FromResult(result);
    }

    // The choices count only where they were shown with numbers.
    private bool? AsChoice(string text, string culture)
    {
        var (choices, choiceOptions) = In(culture);
        if (choiceOptions?.IncludeNumbers == false)
            return null;

        return ChoiceRecognizers.RecognizeChoices(text, choices, new FindChoicesOptions { Locale = culture }) is [var first, ..]
            ? first.Resolution.Index == 0
            : null;
    }

    private (List<Choice> Choices, ChoiceFactoryOptions Options) In(string culture)
    {
        var (yes, no, options) = _choiceDefaults.TryGetValue(culture, out var defaults) ? defaults : Defaults[PromptCulture.English];
        return ([ConfirmChoices?.Item1 ?? yes, ConfirmChoices?.Item2 ?? no], ChoiceOptions ?? options);
    }
}
