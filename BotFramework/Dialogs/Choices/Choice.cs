using System.Text.Json.Serialization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>One option a user can pick: by its value, by its button's title or by a synonym.</summary>
public class Choice
{
    public Choice(string value = null) => Value = value;

    [JsonPropertyName("value")]
    public string Value { get; set; }

    [JsonPropertyName("action")]
    public CardAction Action { get; set; }

    [JsonPropertyName("synonyms")]
    public List<string> Synonyms { get; set; }
}
