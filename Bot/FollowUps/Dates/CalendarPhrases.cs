namespace CoachBot.FollowUps.Dates;

// Days by their number, with or without a month: 3 June 2026, June 3rd, the 3rd, the first Monday of June.
internal sealed class CalendarPhrases(Line line)
{
    private readonly DatedDays _days = new(line.Today);

    public Mention? At(int i) => Range(i) ?? DayMonth(i) ?? MonthDay(i) ?? DayAlone(i);

    // "3-6 June", "3 or 4 June"
    private Mention? Range(int i)
    {
        var at = line.Gap(i + 1).Trim() is "-" or "–" ? i + 1 : line.Is(i + 1, Kind.Or) || line.Is(i + 1, Kind.And) || line.Is(i + 1, Kind.To) ? i + 2 : -1;
        if (at < 0 || Plain(i) is not { Value: > 0 } first || DayMonth(at) is not { Question: null } second)
            return null;
        var day = second.Days.From;
        return first.Value < day.Day ? Mention.Ask(second.Next, DateQuestion.TwoDates, new DateOnly(day.Year, day.Month, first.Value), day) : second;
    }

    private Mention? DayMonth(int i)
    {
        if (DayNumber(i) is not { } day)
            return null;
        var at = line.Skip(day.Next);
        if (line.Gap(at).AsSpan().ContainsAny(";:?!%") || line.Value(at, Kind.Month) is not { } month || (line.Words.IsWeak(line[at]!) && line.Digits(i) is null && !line.Is(i, Kind.Ordinal)))
            return null;
        return Dated(at + 1, month, day.Value);
    }

    private Mention? MonthDay(int i)
    {
        if (line.Value(i, Kind.Month) is not { } month)
            return null;
        var at = line.Skip(i + 1);
        if (line.Gap(at).AsSpan().ContainsAny(",;:?!") || (line.Ordinal(at) ?? Plain(at)) is not { } day || IsTime(day.Next))
            return null;
        return Dated(day.Next, month, day.Value);
    }

    private (int Value, int Next)? Plain(int i) => line[i] is { IsDigits: true, Text.Length: <= 2 } digits ? (digits.Number, i + 1) : null;

    // "June 9 am", "June 9:30"
    private bool IsTime(int next) =>
        line.Is(next, Kind.Am) || line.Is(next, Kind.Pm) || line.Is(next, Kind.Clock) || (line.Digits(next) is not null && line.Gap(next) == ":");

    private Mention Dated(int next, int month, int day) =>
        line.Year(next) is { } year ? _days.Day(year.Next, year.Value, month, day) : _days.Day(next, null, month, day);

    // "3", "3rd", "third", "twenty-one"; not the end of a longer number ("1.3 March" is none).
    private (int Value, int Next)? DayNumber(int i) => line.Ordinal(i) ?? (line[i] is { IsDigits: true, Text.Length: > 2 } ? null : line.Number(i));

    // "the first Monday of June", "the last Friday of the month"
    public Mention? Ranked(int i)
    {
        var rank = line.Is(i, Kind.Last) ? 0 : line.Ordinal(i)?.Value ?? -1;
        var at = line.Is(i, Kind.Last) ? i + 1 : line.Ordinal(i)?.Next ?? i;
        if (rank is < 0 or > 4 || line.Value(at, Kind.Weekday) is not { } weekday || Month(line.Skip(line.Is(at + 1, Kind.In) ? at + 2 : at + 1)) is not { } month)
            return null;
        return Mention.Exact(month.Next, Nth(month.First, rank, weekday) is var day && day < line.Today && month.Rolls ? Nth(month.First.AddYears(1), rank, weekday) : day);
    }

    private static DateOnly Nth(DateOnly month, int rank, int weekday)
    {
        var from = rank == 0 ? month.AddMonths(1).AddDays(-7) : month.AddDays(7 * (rank - 1));
        return from.AddDays((weekday - (int)from.DayOfWeek + 7) % 7);
    }

    private (DateOnly First, int Next, bool Rolls)? Month(int i)
    {
        var thisMonth = new DateOnly(line.Today.Year, line.Today.Month, 1);
        if (line.Value(i, Kind.Month) is { } month)
        {
            var year = line.Year(i + 1) is { } named && _days.Trouble(named.Value) is null ? named : (Value: line.Today.Year, Next: i + 1);
            return (new(year.Value, month, 1), year.Next, year.Next == i + 1);
        }

        if (line.Is(i, Kind.Next) && line.Is(i + 1, Unit.Month) || line.Is(i, Unit.Month) && line.Is(i + 1, Kind.Next))
            return (thisMonth.AddMonths(1), i + 2, false);
        if (line.Is(i, Kind.This) && line.Is(i + 1, Unit.Month))
            return (thisMonth, i + 2, false);
        return line.Is(i, Unit.Month) ? (thisMonth, i + 1, false) : null;
    }

    // "the 3rd", "el 3", "am 3.", "31st"; a plain number needs its article, and a rank in words needs that nothing is ranked by it.
    private Mention? DayAlone(int i)
    {
        var said = line.Ordinal(i) ?? (line.Is(i - 1, Kind.Article) ? Plain(i) : null);
        if (said is not { } day || line.Is(day.Next, Kind.Counted) || line.Is(day.Next, Kind.Unit) || !Stands(i, day.Next))
            return null;
        if (Month(line.Skip(day.Next)) is { Rolls: false } month && month.Next > line.Skip(day.Next))
            return _days.Day(month.Next, month.First.Year, month.First.Month, day.Value);
        return _days.DayOfMonth(day.Next, new(line.Today.Year, line.Today.Month, 1), day.Value, DateReason.NextMonthWithThatDay);
    }

    private bool Stands(int i, int next)
    {
        if (line.Is(i + 1, Kind.Suffix))
            return true;
        var ends = next >= line.Count || line.IsKnown(next) || line[next]!.EndsClause;
        if (line.Digits(i) is not null)
            return line.Order == DateOrder.DayFirst && (line.Words.NextIsComing ? ends || !line[next]!.IsDigits && line.Gap(next) == " " : line.Gap(next).StartsWith('.'));
        return line.Is(i - 1, Kind.Article) && ends;
    }
}
