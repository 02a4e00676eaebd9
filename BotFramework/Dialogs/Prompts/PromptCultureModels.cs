namespace Microsoft.Bot.Builder.Dialogs.Prompts;

/// <summary>The languages in which the prompts speak.</summary>
public static class PromptCultureModels
{
    private static readonly PromptCultureModel[] Supported =
    [
        new() { Locale = "bg-bg", Separator = ", ", InlineOr = " или ", InlineOrMore = ", или ", YesInLanguage = "Да", NoInLanguage = "Не" },
        new() { Locale = "zh-cn", Separator = "， ", InlineOr = " 要么 ", InlineOrMore = "， 要么 ", YesInLanguage = "是的", NoInLanguage = "不" },
        new() { Locale = "nl-nl", Separator = ", ", InlineOr = " of ", InlineOrMore = ", of ", YesInLanguage = "Ja", NoInLanguage = "Nee" },
        new() { Locale = "en-us", Separator = ", ", InlineOr = " or ", InlineOrMore = ", or ", YesInLanguage = "Yes", NoInLanguage = "No" },
        new() { Locale = "fr-fr", Separator = ", ", InlineOr = " ou ", InlineOrMore = ", ou ", YesInLanguage = "Oui", NoInLanguage = "Non" },
        new() { Locale = "de-de", Separator = ", ", InlineOr = " oder ", InlineOrMore = ", oder ", YesInLanguage = "Ja", NoInLanguage = "Nein" },
        new() { Locale = "hi-in", Separator = ", ", InlineOr = " या ", InlineOrMore = ", या ", YesInLanguage = "हां", NoInLanguage = "नहीं" },
        new() { Locale = "it-it", Separator = ", ", InlineOr = " o ", InlineOrMore = " o ", YesInLanguage = "Si", NoInLanguage = "No" },
        new() { Locale = "ja-jp", Separator = "、 ", InlineOr = " または ", InlineOrMore = "、 または ", YesInLanguage = "はい", NoInLanguage = "いいえ" },
        new() { Locale = "ko-kr", Separator = ", ", InlineOr = " 또는 ", InlineOrMore = " 또는 ", YesInLanguage = "예", NoInLanguage = "아니" },
        new() { Locale = "pt-br", Separator = ", ", InlineOr = " ou ", InlineOrMore = ", ou ", YesInLanguage = "Sim", NoInLanguage = "Não" },
        new() { Locale = "es-es", Separator = ", ", InlineOr = " o ", InlineOrMore = ", o ", YesInLanguage = "Sí", NoInLanguage = "No" },
        new() { Locale = "sv-se", Separator = ", ", InlineOr = " eller ", InlineOrMore = " eller ", YesInLanguage = "Ja", NoInLanguage = "Nej" },
        new() { Locale = "tr-tr", Separator = ", ", InlineOr = " veya ", InlineOrMore = " veya ", YesInLanguage = "Evet", NoInLanguage = "Hayır" },
    ];

    public static PromptCultureModel Bulgarian => Of("bg-bg");

    public static PromptCultureModel Chinese => Of("zh-cn");

    public static PromptCultureModel Dutch => Of("nl-nl");

    public static PromptCultureModel English => Of("en-us");

    public static PromptCultureModel French => Of("fr-fr");

    public static PromptCultureModel German => Of("de-de");

    public static PromptCultureModel Hindi => Of("hi-in");

    public static PromptCultureModel Italian => Of("it-it");

    public static PromptCultureModel Japanese => Of("ja-jp");

    public static PromptCultureModel Korean => Of("ko-kr");

    public static PromptCultureModel Portuguese => Of("pt-br");

    public static PromptCultureModel Spanish => Of("es-es");

    public static PromptCultureModel Swedish => Of("sv-se");

    public static PromptCultureModel Turkish => Of("tr-tr");

    public static PromptCultureModel[] GetSupportedCultures() => [.. Supported];

    /// <summary>The supported culture of the same language ("en-us" for "en-GB" or "EN"); the code itself in lower case when there is none.</summary>
    public static string MapToNearestLanguage(string cultureCode)
    {
        if (string.IsNullOrEmpty(cultureCode))
            return cultureCode;

        var code = cultureCode.ToLowerInvariant();
        var language = code.Split('-')[0];
        return Array.Find(Supported, culture => culture.Locale.AsSpan(0, culture.Locale.IndexOf('-')).SequenceEqual(language))?.Locale ?? code;
    }

    private static PromptCultureModel Of(string locale) => Array.Find(Supported, culture => culture.Locale == locale);
}
