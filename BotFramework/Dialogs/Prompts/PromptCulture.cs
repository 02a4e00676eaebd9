using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Prompts;

/// <summary>Decides in which language a prompt speaks and reads.</summary>
internal static class PromptCulture
{
    internal const string English = "en-us";

    /// <summary>What the options ask for, else the activity's language, else the prompt's default, else English.</summary>
    internal static string Of(Activity activity, PromptOptions options, string defaultLocale)
        => PromptCultureModels.MapToNearestLanguage(First(options?.RecognizeLanguage, activity.Locale, defaultLocale));

    /// <summary>The same, held to the languages for which there are words.</summary>
    internal static string Of<T>(Activity activity, PromptOptions options, string defaultLocale, IReadOnlyDictionary<string, T> words)
    {
        var culture = Of(activity, options, defaultLocale);
        return words.ContainsKey(culture) ? culture : English;
    }

    private static string First(params ReadOnlySpan<string> locales)
    {
        foreach (var locale in locales)
        {
            if (!string.IsNullOrEmpty(locale))
                return locale;
        }

        return English;
    }
}
