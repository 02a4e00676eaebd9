using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;

namespace CoachBot.Tests.BotFramework.Schema;

/// <summary>Reads and writes as the layer does on the wire, through its public surface: channel data is converted the same way.</summary>
internal static class ProtocolText
{
    internal static T Read<T>(string json) => new Activity { ChannelData = JsonElement.Parse(json) }.GetChannelData<T>();

    internal static JsonNode Write(object value)
        => JsonNode.Parse(new Activity { ChannelData = value }.GetChannelData<JsonElement>().GetRawText())!;

    /// <summary>The same JSON with instants written one way and nulls left out.</summary>
    internal static JsonNode Normal(JsonNode node)
    {
        var copy = node.DeepClone();
        if (copy is JsonObject activity)
        {
            foreach (var name in activity.Where(property => property.Value == null).Select(property => property.Key).ToList())
            {
                activity.Remove(name);
            }

            foreach (var name in new[] { "timestamp", "localTimestamp" })
            {
                if (activity[name] is { } instant)
                {
                    activity[name] = instant.GetValue<DateTimeOffset>().ToString("O");
                }
            }
        }

        return copy;
    }
}
