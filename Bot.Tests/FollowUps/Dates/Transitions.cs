namespace CoachBot.Tests.FollowUps.Dates;

internal static class Transitions
{
    private static readonly DateTime From = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime To = new(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Every instant from 2024 to 2030 at which the clock of a zone is set, to the minute.</summary>
    public static IEnumerable<DateTime> Of(TimeZoneInfo zone)
    {
        for (var day = From; day < To; day = day.AddDays(1))
        {
            if (zone.GetUtcOffset(day) != zone.GetUtcOffset(day.AddDays(1)))
                yield return Change(zone, day, day.AddDays(1));
        }
    }

    private static DateTime Change(TimeZoneInfo zone, DateTime early, DateTime late)
    {
        var before = zone.GetUtcOffset(early);
        while (late - early > TimeSpan.FromMinutes(1))
        {
            var middle = early.AddMinutes((int)(late - early).TotalMinutes / 2);
            if (zone.GetUtcOffset(middle) == before)
                early = middle;
            else
                late = middle;
        }

        return late;
    }
}
