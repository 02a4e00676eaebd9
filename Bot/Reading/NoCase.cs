using System.Text.Json;

namespace CoachBot.Reading;

/// <summary>One no as the rep told it: the method's "one case as data". Any text may be empty.</summary>
/// <param name="Id">The case's name in a file of cases; null in a debrief.</param>
/// <param name="Offer">What was suggested.</param>
/// <param name="Channel">Where the no was heard.</param>
/// <param name="Said">What the customer said, as near to word for word as memory allows.</param>
/// <param name="Body">What voice, face, posture, pace and silence showed.</param>
/// <param name="Noes">How many noes to this offer so far, this one counted.</param>
/// <param name="AskedWhy">Whether the rep has asked why.</param>
/// <param name="Why">What the customer answered when asked why; empty when unknown.</param>
/// <param name="TimeWorthIt">Whether the rep finds the time spent here still worth it.</param>
/// <param name="Reply">What the rep said back, and how it was taken.</param>
public sealed record NoCase(
    string? Id, string Offer, ContactChannel Channel, string Said, string Body,
    int Noes, bool AskedWhy, string Why, bool TimeWorthIt, string Reply = "")
{
    /// <exception cref="JsonException">This is not a case; the message names the field.</exception>
    public static NoCase Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        return Parse(document.RootElement);
    }

    /// <summary>Reads the method's data format; a field that is missing is empty, one no, time still worth it.</summary>
    /// <exception cref="JsonException">This is not a case; the message names the field.</exception>
    public static NoCase Parse(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new JsonException("a case is a JSON object");
        var channel = Text(json, "channel");
        if (!ContactChannels.TryParse(channel, out var parsed))
            throw new JsonException($"'channel' is one of {string.Join(", ", ContactChannels.All.Select(c => c.Key()))}, not '{channel}'");
        return new NoCase(
            Text(json, "id") is { Length: > 0 } id ? id : null, Text(json, "offer"), parsed, Text(json, "said"), Text(json, "body"),
            Number(json, "noes", 1), Flag(json, "asked_why", false), Text(json, "why"), Flag(json, "time_worth_it", true), Text(json, "reply"));
    }

    private static string Text(JsonElement json, string name) => Field(json, name) switch
    {
        null => "",
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        _ => throw new JsonException($"'{name}' is a text"),
    };

    private static int Number(JsonElement json, string name, int otherwise) => Field(json, name) switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var whole) => whole,
        _ => throw new JsonException($"'{name}' is a whole number"),
    };

    private static bool Flag(JsonElement json, string name, bool otherwise) => Field(json, name)?.ValueKind switch
    {
        null => otherwise,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new JsonException($"'{name}' is true or false"),
    };

    private static JsonElement? Field(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
