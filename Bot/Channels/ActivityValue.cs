using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoachBot.Channels;

/// <summary>
/// An activity's Value or ChannelData as JSON. Its type depends on where the Bot Framework's types come from:
/// JsonElement from ours, JObject from Microsoft's. Both print themselves as JSON, and that is all that is used.
/// </summary>
public static class ActivityValue
{
    /// <summary>The value with its texts cleaned; of kind Undefined where there is none.</summary>
    public static JsonElement AsJson(object? value) => value switch
    {
        null => default,
        JsonElement element => Cleaned(element),
        string text => Cleaned(JsonSerializer.SerializeToElement(text)),
        bool or int or long or double or decimal => JsonSerializer.SerializeToElement(value, value.GetType()),
        _ => Cleaned(Parse(value)),
    };

    /// <summary>A text of the value by its name; null where the value is no object or has no such text.</summary>
    public static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String
            ? found.GetString()
            : null;

    private static JsonElement Parse(object value)
    {
        try
        {
            return JsonElement.Parse(value.ToString() ?? "null");
        }
        catch (JsonException)
        {
            // A plain object that a test or the bot itself has put there.
            return JsonSerializer.SerializeToElement(value, value.GetType(), JsonSerializerOptions.Web);
        }
    }

    private static JsonElement Cleaned(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Undefined || !MayBeUnclean(value))
            return value;
        return JsonSerializer.SerializeToElement(Clean(JsonNode.Parse(value.GetRawText())));
    }

    // A control character must be escaped in JSON, and everything else unwanted is outside ASCII.
    private static bool MayBeUnclean(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        return raw.IndexOf("\\u"u8) >= 0 || raw.ContainsAnyExceptInRange((byte)0, (byte)0x7F);
    }

    private static JsonNode? Clean(JsonNode? node) => node switch
    {
        JsonObject entries => new JsonObject(entries.Select(entry => KeyValuePair.Create(entry.Key, Clean(entry.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Clean)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(PlainText.Clean(value.GetValue<string>())),
        _ => node?.DeepClone(),
    };
}
