using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoachBot.Channels;

/// <summary>A press on a card's button, however the channel sent it: what the button carried and what the card's inputs held.</summary>
public sealed record CardPress(string? Nonce, string? Answer, IReadOnlyDictionary<string, string> Inputs)
{
    /// <summary>Reads the press out of a message that a card submitted; null for a message that a person typed.</summary>
    public static CardPress? Of(ITurnContext turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.Activity.Type == ActivityTypes.Message && ActivityValue.AsJson(turn.Activity.Value) is { ValueKind: JsonValueKind.Object } value ? Of(value) : null;
    }

    public static CardPress Of(JsonElement data)
    {
        var fields = new Dictionary<string, string>();
        foreach (var field in data.EnumerateObject())
        {
            if (field.Value.ValueKind is JsonValueKind.String)
                fields[field.Name] = field.Value.GetString()!;
            else if (field.Value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
                fields[field.Name] = field.Value.GetRawText();
        }

        fields.Remove("nonce", out var nonce);
        fields.Remove("answer", out var answer);
        return new CardPress(nonce, answer, fields);
    }
}
