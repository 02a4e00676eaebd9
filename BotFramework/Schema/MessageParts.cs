using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

public class MessageReaction
{
    public MessageReaction() { }

    public MessageReaction(string type = default) => Type = type;

    public string Type { get; set; }
}

public class TextHighlight
{
    public TextHighlight() { }

    public TextHighlight(string text = default, int? occurrence = default) => (Text, Occurrence) = (text, occurrence);

    public int? Occurrence { get; set; }
    public string Text { get; set; }
}

public class SemanticAction
{
    public SemanticAction() { }

    public SemanticAction(string id = default, IDictionary<string, Entity> entities = default) => (Id, Entities) = (id, entities);

    [JsonConverter(typeof(AsRuntimeType))]
    public IDictionary<string, Entity> Entities { get; set; }

    public string Id { get; set; }
    public string State { get; set; }
}
