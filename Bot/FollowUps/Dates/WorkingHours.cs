namespace CoachBot.FollowUps.Dates;

/// <summary>The local times at which a reminder may go out: these days of the week, from <see cref="From"/> until just before <see cref="To"/>. Quiet outside.</summary>
public sealed class WorkingHours
{
    // A week, and as much again for clocks that skip what would have been the next start.
    private const int Ahead = 15;

    private readonly bool[] _days = new bool[7];

    /// <exception cref="ArgumentException">There is no working day, or the hours do not end after they begin.</exception>
    public WorkingHours(IEnumerable<DayOfWeek> days, TimeOnly from, TimeOnly to)
    {
        foreach (var day in days)
            _days[(int)day] = true;
        if (!_days.Contains(true))
            throw new ArgumentException("Working hours need at least one day of the week", nameof(days));
        if (to <= from)
            throw new ArgumentException("Working hours end later on the day than they begin", nameof(to));
        (From, To) = (from, to);
    }

    /// <summary>Monday to Friday, 9:00 to 17:00.</summary>
    public static WorkingHours Usual { get; } =
        new([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], new(9, 0), new(17, 0));

    public TimeOnly From { get; }

    public TimeOnly To { get; }

    public bool IsWorkingDay(DateOnly day) => _days[(int)day.DayOfWeek];

    public bool Contain(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = LocalTimes.Clock(instant, zone);
        var time = TimeOnly.FromDateTime(local);
        return IsWorkingDay(DateOnly.FromDateTime(local)) && time >= From && time < To;
    }

    /// <summary>The instant itself if it lies within the hours, otherwise the next beginning of them.</summary>
    public DateTimeOffset NextWithin(DateTimeOffset instant, TimeZoneInfo zone) => Contain(instant, zone) ? instant : NextMorning(instant, zone);

    /// <summary>The next beginning of working hours after an instant.</summary>
    public DateTimeOffset NextMorning(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(LocalTimes.Clock(instant, zone));
        return Mornings(day, zone).First(m => m > instant);
    }

    /// <summary>When a reminder of an agreed date goes out: at the time of day, or at the beginning of that working day if there is none or it lies outside; where that day is none, on the next.</summary>
    public DateTimeOffset ReminderAt(DateOnly day, TimeOnly? time, TimeZoneInfo zone) =>
        time is { } t && LocalTimes.Instant(day, t, zone) is var agreed && Contain(agreed, zone) ? agreed : Mornings(day, zone).First();

    // A beginning in the spring gap comes later that day; where the gap takes the whole of the hours, that day has none.
    private IEnumerable<DateTimeOffset> Mornings(DateOnly first, TimeZoneInfo zone) =>
        Enumerable.Range(0, Ahead).Select(first.AddDays).Where(IsWorkingDay).Select(day => LocalTimes.Instant(day, From, zone)).Where(m => Contain(m, zone));
}
