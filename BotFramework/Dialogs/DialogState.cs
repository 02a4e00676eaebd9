using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The dialogs under way in a conversation, the active one first. This is what is stored between turns.</summary>
public class DialogState
{
    public DialogState() : this(null) { }

    public DialogState(List<DialogInstance> stack) => DialogStack = stack ?? [];

    [JsonPropertyName("dialogStack")]
    public List<DialogInstance> DialogStack { get; set; }
}

/// <summary>One dialog under way, and what it remembers.</summary>
public class DialogInstance
{
    [JsonPropertyName("id")]
    public string Id { get; set; }

    [JsonPropertyName("state")]
    public IDictionary<string, object> State { get; set; } = new Dictionary<string, object>();

    [JsonPropertyName("stackIndex")]
    public int? StackIndex { get; set; }

    [JsonPropertyName("version")]
    public string Version { get; set; }
}
