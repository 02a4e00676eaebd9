using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace CoachBot.FollowUps.Dates;

/// <summary>From a clock on a wall to an instant. A time that the clock skips in spring is the next one that it shows; a time that it shows twice in autumn is the first.</summary>
public static class LocalTimes
{
    private const int LongestId = 64;
    private static readonly TimeSpan Around = TimeSpan.FromHours(16);

    // On Linux an id is a path below the zone folder.
    private static readonly SearchValues<char> InIds = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_+-(). ");

    /// <summary>The zone with this IANA or Windows id; false if there is none.</summary>
    public static bool TryZone(string? id, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        if (string.IsNullOrWhiteSpace(id) || id.Length > LongestId || id[0] == '/' || id.Contains("..", StringComparison.Ordinal) || id.AsSpan().ContainsAnyExcept(InIds))
            return false;
        return TimeZoneInfo.TryFindSystemTimeZoneById(TimeZoneInfo.TryConvertWindowsIdToIanaId(id, out var iana) ? iana : id, out zone);
    }

    /// <summary>The instant at which the clock of a zone shows this day and time, with the zone's offset then.</summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var shown = day.ToDateTime(time, DateTimeKind.Utc);
        TimeSpan before = Offset(shown - Around, zone), after = Offset(shown + Around, zone);
        var early = shown - (before > after ? before : after);
        var late = shown - (before > after ? after : before);
        if (Shows(early, zone) == shown)
            return At(early, zone);
        return At(Shows(late, zone) == shown && before >= after ? late : FirstShowing(shown, early, late, zone), zone);
    }

    /// <summary>What the clock of a zone shows at an instant.</summary>
    public static DateTime Clock(DateTimeOffset instant, TimeZoneInfo zone) => Shows(instant.UtcDateTime, zone);

    // Between these two the clock is set once: halve until the moment is found.
    private static DateTime FirstShowing(DateTime shown, DateTime early, DateTime late, TimeZoneInfo zone)
    {
        while (late.Ticks - early.Ticks > 1)
        {
            var middle = new DateTime(early.Ticks + ((late.Ticks - early.Ticks) / 2), DateTimeKind.Utc);
            if (Shows(middle, zone) >= shown)
                late = middle;
            else
                early = middle;
        }

        return late;
    }

    private static DateTime Shows(DateTime utc, TimeZoneInfo zone) => utc + Offset(utc, zone);

    private static TimeSpan Offset(DateTime utc, TimeZoneInfo zone) => zone.GetUtcOffset(utc);

    private static DateTimeOffset At(DateTime utc, TimeZoneInfo zone) => new DateTimeOffset(utc).ToOffset(Offset(utc, zone));
}
