namespace Microsoft.Bot.Builder.Dialogs.Prompts;

/// <summary>A language's words around a list of choices, and its yes and no.</summary>
public class PromptCultureModel
{
    /// <summary>The culture's code in lower case, such as "en-us".</summary>
    public string Locale { get; set; }

    public string Separator { get; set; }

    public string InlineOr { get; set; }

    public string InlineOrMore { get; set; }

    public string YesInLanguage { get; set; }

    public string NoInLanguage { get; set; }
}
