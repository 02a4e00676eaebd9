namespace CoachBot.FollowUps.Dates;

// Which day of a stretch of days is meant.
internal enum Pick
{
    Day,
    Start,
    Middle,
    End,
    After,
}

// A stretch of days, both ends in it.
internal readonly record struct Stretch(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    public static Stretch Months(DateOnly first, int count) => new(first, first.AddMonths(count).AddDays(-1));
}

// A place in a text that speaks of a date: the days it may be, or the question that it leaves. Next is the token after it.
internal sealed record Mention(int Next)
{
    public Stretch Days { get; init; }

    public Pick Pick { get; init; }

    // The same in another year, where none was named.
    public Func<int, Stretch>? InYear { get; init; }

    public DateReason Reason { get; init; }

    public DateQuestion? Question { get; init; }

    public IReadOnlyList<DateOnly> Choices { get; init; } = [];

    // Only a weekday was named: another mention may name its date.
    public bool IsWeekday { get; init; }

    public TimeOnly? Time { get; init; }

    public static Mention Exact(int next, DateOnly day) => new(next) { Days = new(day, day) };

    public static Mention Ask(int next, DateQuestion question, params IReadOnlyList<DateOnly> choices) => new(next) { Question = question, Choices = choices };
}

// A mention resolved to a day, or to a question.
internal sealed record Found(DateOnly Day, DateReason Reason)
{
    public DateQuestion? Question { get; init; }

    public IReadOnlyList<DateOnly> Choices { get; init; } = [];

    public bool IsWeekday { get; init; }

    public TimeOnly? Time { get; init; }
}
