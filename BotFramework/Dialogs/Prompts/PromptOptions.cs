using System.Text.Json.Serialization;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt says, says again, and offers.</summary>
public class PromptOptions
{
    [JsonPropertyName("prompt")]
    public Activity Prompt { get; set; }

    /// <summary>What is said when the answer was not understood or not accepted; the prompt again when null.</summary>
    [JsonPropertyName("retryPrompt")]
    public Activity RetryPrompt { get; set; }

    [JsonPropertyName("choices")]
    public IList<Choice> Choices { get; set; }

    [JsonPropertyName("style")]
    public ListStyle? Style { get; set; }

    /// <summary>For a validator's own use.</summary>
    [JsonPropertyName("validations")]
    public object Validations { get; set; }

    /// <summary>The language in which the answer is read, whatever the activity says.</summary>
    [JsonPropertyName("recognizeLanguage")]
    public string RecognizeLanguage { get; set; }
}
