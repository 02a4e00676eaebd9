using System.Text.Json;

namespace CoachBot.Conversation;

/// <summary>Fills one card template; inside an "$each" the item's values come before the card's.</summary>
internal sealed class CardFilling(IReadOnlyDictionary<string, object?> values, CardFilling? outer = null)
{
    private static readonly string[] Directives = ["$each", "$when", "$unless"];

    public object? Fill(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => FillObject(part),
        JsonValueKind.Array => FillArray(part),
        JsonValueKind.String => FillText(part.GetString()!),
        JsonValueKind.Number => part.TryGetInt64(out var whole) ? whole : part.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private Dictionary<string, object?> FillObject(JsonElement part)
    {
        var filled = new Dictionary<string, object?>();
        foreach (var property in part.EnumerateObject())
        {
            if (!Directives.Contains(property.Name) && Fill(property.Value) is { } value)
                filled[property.Name] = value;
        }

        return filled;
    }

    private List<object?> FillArray(JsonElement part)
    {
        var filled = new List<object?>();
        foreach (var item in part.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("$each", out var each))
                filled.AddRange(Items(each.GetString()!).Select(values => new CardFilling(values, this)).Where(i => i.Keeps(item)).Select(i => i.Fill(item)));
            else if (Keeps(item))
                filled.Add(Fill(item));
        }

        return filled;
    }

    private bool Keeps(JsonElement item) =>
        item.ValueKind != JsonValueKind.Object
        || ((!item.TryGetProperty("$when", out var when) || IsSet(when.GetString()!))
            && (!item.TryGetProperty("$unless", out var unless) || !IsSet(unless.GetString()!)));

    private IEnumerable<IReadOnlyDictionary<string, object?>> Items(string name) =>
        Value(name) as IEnumerable<IReadOnlyDictionary<string, object?>> ?? [];

    private bool IsSet(string name) => Value(name) switch
    {
        null or false or "" => false,
        System.Collections.ICollection list => list.Count > 0,
        _ => true,
    };

    private object? FillText(string text)
    {
        var start = text.IndexOf("${", StringComparison.Ordinal);
        if (start < 0)
            return text;
        var end = text.IndexOf('}', start);
        var value = Value(text[(start + 2)..end]);
        // A text that is one placeholder takes the value as it is: a flag stays a flag, a list a list.
        if (start == 0 && end == text.Length - 1)
            return value;
        return text[..start] + value + FillText(text[(end + 1)..]);
    }

    private object? Value(string name) => values.TryGetValue(name, out var value) ? value : outer?.Value(name);
}
