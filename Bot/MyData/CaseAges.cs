using System.Globalization;
using System.Text.Json.Nodes;

namespace CoachBot.MyData;

/// <summary>Takes out of a drawer of state what was told too long ago: closed cases by the day they were closed, the open one by the day it was begun.</summary>
internal static class CaseAges
{
    /// <summary>The drawer without what is older; null where nothing is, and empty where nothing is left.</summary>
    public static string? WithoutOlder(string state, DateTimeOffset than, bool isAway)
    {
        if (JsonNode.Parse(state) is not JsonObject drawer)
            return null;
        var changed = false;
        if (drawer["closed"]?["$value"] is JsonArray closed)
        {
            changed = closed.RemoveAll(no => IsOlder(no?["closed"], than)) > 0;
            if (closed.Count == 0)
                return "";
        }

        if (drawer["desk"]?["$value"] is JsonObject desk && desk["open"] is JsonObject open && IsOlder(open["opened"], than))
        {
            desk["open"] = null;
            drawer.Remove("dialogs");
            changed = true;
        }

        // What was typed in a dialog that nobody ended.
        if (isAway)
            changed |= drawer.Remove("dialogs");
        return changed ? drawer.ToJsonString(Plain) : null;
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static bool IsOlder(JsonNode? time, DateTimeOffset than) =>
        DateTimeOffset.TryParse((string?)time, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) && at < than;
}
