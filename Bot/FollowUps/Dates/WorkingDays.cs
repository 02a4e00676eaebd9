namespace CoachBot.FollowUps.Dates;

// Working days of a calendar: those of the rep's week, without 1 January.
internal sealed class WorkingDays(WorkingHours hours)
{
    public bool Is(DateOnly day) => hours.IsWorkingDay(day) && day is not { Month: 1, Day: 1 };

    public DateOnly FirstFrom(DateOnly day)
    {
        while (!Is(day))
            day = day.AddDays(1);
        return day;
    }

    public DateOnly LastUntil(DateOnly day)
    {
        while (!Is(day))
            day = day.AddDays(-1);
        return day;
    }

    public DateOnly Add(DateOnly day, int count)
    {
        for (; count > 0; count--)
            day = FirstFrom(day.AddDays(1));
        return day;
    }

    // The first day of the working week that a stretch ends with; of a week it is the last working day.
    public DateOnly End(Stretch days)
    {
        var day = LastUntil(days.To);
        while (days.Days > 7 && hours.IsWorkingDay(day.AddDays(-1)) && day > days.From)
            day = day.AddDays(-1);
        return day;
    }

    public DateOnly Middle(Stretch days) =>
        FirstFrom(days.From.AddDays(days.Days switch { <= 7 => 2, <= 31 => 14, _ => days.Days / 2 }));
}
