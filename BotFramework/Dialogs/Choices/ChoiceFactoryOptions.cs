using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How a list of choices is put into a sentence; what is null takes its default (", ", " or ", ", or ", numbered).</summary>
public class ChoiceFactoryOptions
{
    public ChoiceFactoryOptions() { }

    public ChoiceFactoryOptions(string inlineSeparator, string inlineOr, string inlineOrMore, bool? includeNumbers)
        => (InlineSeparator, InlineOr, InlineOrMore, IncludeNumbers) = (inlineSeparator, inlineOr, inlineOrMore, includeNumbers);

    [JsonPropertyName("inlineSeparator")]
    public string InlineSeparator { get; set; }

    [JsonPropertyName("inlineOr")]
    public string InlineOr { get; set; }

    [JsonPropertyName("inlineOrMore")]
    public string InlineOrMore { get; set; }

    [JsonPropertyName("includeNumbers")]
    public bool? IncludeNumbers { get; set; }
}
