using System.Globalization;
using System.Text.Json;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// Reads a dialog's state whatever a store made of it: an int may come back as a long or as JSON, an object as JSON or as a
/// dictionary. What had to be rebuilt is put back, so that it is rebuilt once.
/// </summary>
internal static class StoredValues
{
    internal static int Int(this IDictionary<string, object> state, string key) => state.TryGetValue(key, out var value)
        ? value switch
        {
            null => 0,
            int number => number,
            JsonElement json => (int)json.GetDouble(),
            _ => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        }
        : 0;

    internal static string Text(this IDictionary<string, object> state, string key)
        => state.TryGetValue(key, out var value) ? value?.ToString() : null;

    internal static object Value(this IDictionary<string, object> state, string key)
    {
        if (!state.TryGetValue(key, out var value))
            return null;

        // A single value has its plain type again; an object stays what the store made of it, for the author knows its type.
        return value is JsonElement { ValueKind: not JsonValueKind.Object and not JsonValueKind.Array } json ? state[key] = Plain(json) : value;
    }

    internal static T Object<T>(this IDictionary<string, object> state, string key) where T : class
        => state.TryGetValue(key, out var value) switch
        {
            false => null,
            _ when value is null or T => (T)value,
            _ => (T)(state[key] = ProtocolJson.To<T>(value)),
        };

    internal static IDictionary<string, object> Map(this IDictionary<string, object> state, string key)
        => state.TryGetValue(key, out var value) switch
        {
            false => null,
            _ when value is null or IDictionary<string, object> => (IDictionary<string, object>)value,
            _ => (IDictionary<string, object>)(state[key] = Plain(ProtocolJson.ToElement(value))),
        };

    private static object Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(property => property.Name, property => Plain(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt32(out var number) ? number : json.TryGetInt64(out var large) ? large : json.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        _ => null,
    };
}
