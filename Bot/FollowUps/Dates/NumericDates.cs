namespace CoachBot.FollowUps.Dates;

// Dates in digits alone: 2026-06-03, 3.6.2026, 3.6., 3/6.
internal sealed class NumericDates(Line line)
{
    private const int ThisCentury = 2000;

    public Mention? At(int i)
    {
        if (line.Digits(i) is not { } first || line.Digits(i + 1) is not { } second || Separator(i + 1) is not { } mark)
            return null;
        if (Separator(i + 2) == mark && line.Digits(i + 2) is { } third && line.Gap(i + 3) is var after)
            return Separator(i + 3) == mark && line.Digits(i + 3) is not null || after.StartsWith(':') ? null : Three(i, first, second, third, mark);
        return Two(i, first, second, mark);
    }

    private char? Separator(int i) => line.Gap(i) switch { "/" => '/', "-" => '-', "." or ". " => '.', _ => null };

    private Mention? Three(int i, int first, int second, int third, char mark)
    {
        if (line[i]!.Text.Length == 4)
            return Dated(i + 3, first, second, third);
        if (line[i + 2]!.Text.Length is not (2 or 4) || line[i]!.Text.Length > 2 || line[i + 1]!.Text.Length > 2)
            return null;
        var year = third < 100 ? third + ThisCentury : third;
        return Ordered(i + 3, first, second, year, mark);
    }

    private Mention? Two(int i, int first, int second, char mark)
    {
        if (mark == '-' || line[i]!.Text.Length > 2 || line[i + 1]!.Text.Length > 2)
            return null;
        if (mark == '.' && !EndsLikeADate(i))
            return null;
        return second is 0 || first is 0 ? null : Ordered(i + 2, first, second, null, mark);
    }

    // 3.6 is a price or a time as well: "3.6." or "am 3.6" is none.
    private bool EndsLikeADate(int i) =>
        !line.Is(i - 1, Kind.At) && !line.Is(i + 2, Kind.Clock) && line.Digits(i + 1) is >= 1 and <= 12 && (line.Gap(i + 2).StartsWith('.') || line.Order == DateOrder.DayFirst);

    private Mention Ordered(int next, int first, int second, int? year, char mark)
    {
        if (first > 12 || mark == '.' || first == second)
            return Dated(next, year, second, first);
        if (second > 12)
            return Dated(next, year, first, second);
        return line.Order switch
        {
            DateOrder.DayFirst => Dated(next, year, second, first),
            DateOrder.MonthFirst => Dated(next, year, first, second),
            _ => Mention.Ask(next, DateQuestion.DayOrMonth, Day(year, second, first), Day(year, first, second)),
        };
    }

    private DateOnly Day(int? year, int month, int day) => Dated(0, year, month, day).Days.From;

    private Mention Dated(int next, int? year, int month, int day) => new DatedDays(line.Today).Day(next, year, month, day);
}
