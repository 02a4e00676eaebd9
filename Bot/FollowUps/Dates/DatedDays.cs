namespace CoachBot.FollowUps.Dates;

// A day of a month, in the year that was named or else the next time that it comes.
internal sealed class DatedDays(DateOnly today)
{
    // The rest is told apart when the day is known; this keeps the calendar from running out.
    private const int FarYears = 7;

    public Mention Day(int next, int? year, int month, int day)
    {
        if (year is { } y && Trouble(y) is { } trouble)
            return Mention.Ask(next, trouble);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(2024, month))
            return Mention.Ask(next, DateQuestion.NoSuchDay);
        if (year is { } named)
            return day <= DateTime.DaysInMonth(named, month) ? Mention.Exact(next, new(named, month, day)) : Mention.Ask(next, DateQuestion.NoSuchDay);
        return Coming(next, month, day);
    }

    public DateQuestion? Trouble(int year) => year < today.Year - 1 ? DateQuestion.InThePast : year > today.Year + FarYears ? DateQuestion.TooFar : null;

    // The next month from a given one on that has such a day.
    public Mention DayOfMonth(int next, DateOnly month, int day, DateReason otherwise)
    {
        if (day is < 1 or > 31)
            return Mention.Ask(next, DateQuestion.NoSuchDay);
        var first = month;
        while (day > DateTime.DaysInMonth(month.Year, month.Month) || new DateOnly(month.Year, month.Month, day) < today)
            month = month.AddMonths(1);
        var rolled = otherwise == DateReason.NextMonthWithThatDay && day > DateTime.DaysInMonth(first.Year, first.Month);
        return Mention.Exact(next, new(month.Year, month.Month, day)) with { Reason = rolled ? otherwise : DateReason.AsSaid };
    }

    private Mention Coming(int next, int month, int day)
    {
        var year = today.Year;
        while (day > DateTime.DaysInMonth(year, month) || new DateOnly(year, month, day) < today)
            year++;
        return Mention.Exact(next, new(year, month, day)) with { Reason = (month, day) == (2, 29) ? DateReason.NextLeapYear : DateReason.AsSaid };
    }
}
