using CoachBot.FollowUps.Dates;
using CoachBot.Storage.Tables;

namespace CoachBot.FollowUps.People;

/// <summary>A rep's clock and working hours.</summary>
public sealed record PersonTimes(TimeZoneInfo Zone, WorkingHours Hours)
{
    public static PersonTimes Of(PersonRow person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var zone = LocalTimes.TryZone(person.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        var days = Enum.GetValues<DayOfWeek>().Where(day => (person.WorksOn & (1 << (int)day)) != 0);
        return new PersonTimes(zone, new WorkingHours(days, Clock(person.WorksFrom), Clock(person.WorksTo)));
    }

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(LocalTimes.Clock(instant, Zone));

    /// <summary>When the rep's day of this instant is over.</summary>
    public DateTimeOffset EndOfDay(DateTimeOffset instant) => LocalTimes.Instant(DayOf(instant).AddDays(1), TimeOnly.MinValue, Zone);

    /// <summary>When the rep is reminded of a date: never before <paramref name="now"/>.</summary>
    public DateTimeOffset ReminderAt(AgreedTime agreed, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(agreed);
        var at = Hours.ReminderAt(agreed.Day, agreed.Time, Zone);
        return at > now ? at : Hours.NextWithin(now, Zone);
    }

    private static TimeOnly Clock(int minutes) => minutes >= 24 * 60 ? TimeOnly.MaxValue : TimeOnly.MinValue.AddMinutes(minutes);
}
