namespace Microsoft.Bot.Builder.Dialogs.Choices;

public class FindValuesOptions
{
    /// <summary>Whether a part of a value's words is enough ("large" for "large pizza").</summary>
    public bool AllowPartialMatches { get; set; }

    public string Locale { get; set; }

    /// <summary>How many other words may stand between two words of a value; 2 when null.</summary>
    public int? MaxTokenDistance { get; set; }

    public TokenizerFunction Tokenizer { get; set; }
}

public class FindChoicesOptions : FindValuesOptions
{
    /// <summary>Whether a choice's value itself is left out of the search.</summary>
    public bool NoValue { get; set; }

    /// <summary>Whether a choice's button title is left out of the search.</summary>
    public bool NoAction { get; set; }

    public bool RecognizeNumbers { get; set; } = true;

    public bool RecognizeOrdinals { get; set; } = true;
}
