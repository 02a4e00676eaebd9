using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoachBot.Storage;

/// <summary>JSON in the hands of a library (JsonElement, JsonNode, Newtonsoft's tokens), as plain maps, lists, text and numbers.</summary>
/// <remarks>Microsoft's SDK hands out Newtonsoft's tokens. They are known by their name and by the JSON that they print, so nothing here needs that library.</remarks>
internal static class ForeignJson
{
    private const string Newtonsoft = "Newtonsoft.Json.Linq";

    public static bool TryRead(object value, out object? plain)
    {
        plain = null;
        switch (value)
        {
            case JsonElement element: plain = Plain(element); return true;
            case JsonDocument document: plain = Plain(document.RootElement); return true;
            case JsonNode node: plain = Parsed(node.ToJsonString()); return true;
            case not null when value.GetType().Namespace == Newtonsoft:
                // A single value prints without its quotes, so "5" and 5 look alike: there its type code tells.
                plain = value is IConvertible single ? Single(single) : Parsed(value.ToString()!);
                return true;
            default: return false;
        }
    }

    private static object? Parsed(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Plain(document.RootElement);
    }

    private static object? Plain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(p => p.Name, p => Plain(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => Number(element),
        _ => null,
    };

    // Each is boxed by itself: a conditional would make a double of them all.
    private static object Number(JsonElement element)
    {
        if (element.TryGetInt32(out var small))
            return small;
        return element.TryGetInt64(out var large) ? large : (object)element.GetDouble();
    }

    private static object? Single(IConvertible value) => value.GetTypeCode() switch
    {
        TypeCode.Empty or TypeCode.DBNull => null,
        TypeCode.Boolean => value.ToBoolean(CultureInfo.InvariantCulture),
        TypeCode.String => value.ToString(CultureInfo.InvariantCulture),
        TypeCode.Int64 when value.ToInt64(CultureInfo.InvariantCulture) is >= int.MinValue and <= int.MaxValue and var small => (int)small,
        TypeCode.Int64 => value.ToInt64(CultureInfo.InvariantCulture),
        TypeCode.Single or TypeCode.Double or TypeCode.Decimal => value.ToDouble(CultureInfo.InvariantCulture),
        TypeCode.DateTime => value.ToDateTime(CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
