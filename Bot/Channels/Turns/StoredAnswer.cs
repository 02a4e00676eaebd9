using System.Globalization;
using Microsoft.Bot.Builder;

namespace CoachBot.Channels.Turns;

/// <summary>The HTTP answer of a turn as it is kept: the status, a space, the body's JSON.</summary>
internal static class StoredAnswer
{
    /// <summary>In the place of one that may not be given yet: a promise has been made, and a reminder is still under way.</summary>
    public const string Held = "held";

    public static string Of(InvokeResponse answer, string body) => string.Create(CultureInfo.InvariantCulture, $"{answer.Status} {body}");

    public static async Task WriteAsync(string stored, HttpResponse response)
    {
        if (stored.Length == 0)
        {
            response.StatusCode = StatusCodes.Status200OK;
            return;
        }

        var space = stored.IndexOf(' ', StringComparison.Ordinal);
        response.StatusCode = int.Parse(stored.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture);
        if (space + 1 == stored.Length)
            return;
        response.ContentType = "application/json; charset=utf-8";
        await response.WriteAsync(stored[(space + 1)..]);
    }
}
