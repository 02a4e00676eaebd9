namespace CoachBot.FollowUps.Dates;

// Stretches of days, with or without "early", "mid" or "end of": March, next quarter, Q3, the summer, Easter, 2027.
internal sealed class PeriodPhrases(Line line)
{
    private const int WeekDays = 7;

    private readonly DatedDays _dated = new(line.Today);

    private DateOnly ThisMonth => new(line.Today.Year, line.Today.Month, 1);

    public Mention? At(int i)
    {
        if (PickAt(i) is not { } pick)
            return Bare(i, parted: false);
        var from = line.Skip(i + 1);
        return Bare(from, parted: true) is { Question: null or DateQuestion.TooVague } period ? period with { Pick = pick, Question = null } : Bare(from, parted: true);
    }

    private Pick? PickAt(int i) => line.Is(i, Kind.Early) ? Pick.Start : line.Is(i, Kind.Mid) ? Pick.Middle : line.Is(i, Kind.End) ? Pick.End : null;

    private Mention? Bare(int i, bool parted) =>
        Quarter(i) ?? Month(i, parted) ?? Relative(i) ?? (parted && line.Value(i, Kind.Unit) is { } unit ? Running(i + 1, (Unit)unit, 0) : null) ?? SeasonOrFeast(i) ?? Year(i, parted);

    private Mention? Month(int i, bool parted)
    {
        var at = line.Is(i, Kind.Next) || line.Is(i, Kind.This) || line.Is(i, Kind.Coming) ? i + 1 : i;
        if (line.Value(at, Kind.Month) is not { } month || (at == i && !parted && line.Words.IsWeak(line[i]!) && !StandsAmongDates(i)))
            return null;
        return Named(at + 1, year => Stretch.Months(new(year, month, 1), 1));
    }

    // "may" is a month only beside other words for dates.
    private bool StandsAmongDates(int i) => line.Count == 1 || line.IsKnown(i - 1) || line.Year(i + 1) is not null;

    private Mention Named(int next, Func<int, Stretch> inYear, Pick pick = Pick.Start)
    {
        next = line.Is(next, Kind.Next) || line.Is(next, Kind.Coming) ? next + 1 : next;
        if (line.Year(next) is not { } year)
            return new(next) { InYear = inYear, Pick = pick };
        return _dated.Trouble(year.Value) is { } trouble ? Mention.Ask(year.Next, trouble) : new(year.Next) { Days = inYear(year.Value), Pick = pick };
    }

    // "Q3", "the third quarter"
    private Mention? Quarter(int i)
    {
        var letter = line.Is(i, Kind.QuarterLetter) && line[i + 1] is { Joined: true, IsDigits: true };
        var (number, next) = letter ? (line.Digits(i + 1), i + 2) : line.Ordinal(i) is { } rank ? (rank.Value, rank.Next) : ((int?)line.Digits(i), i + 1);
        if (number is not (>= 1 and <= 4) || (!letter && !line.Is(next, Unit.Quarter)))
            return null;
        return Named(letter ? next : next + 1, year => Stretch.Months(new(year, (3 * number.Value) - 2, 1), 3));
    }

    // "next week", "la semana que viene", "the week after next", "this month"
    private Mention? Relative(int i)
    {
        if (Step(i) is { } before && line.Value(i + 1, Kind.Unit) is { } unit)
            return Running(i + 2, (Unit)unit, before);
        return line.Value(i, Kind.Unit) is { } first && Step(i + 1) is { } after ? Running(i + 2, (Unit)first, after) : null;
    }

    private int? Step(int i) =>
        line.Is(i, Kind.AfterNext) ? 2 : line.Is(i, Kind.Next) || line.Is(i, Kind.Coming) ? 1 : line.Is(i, Kind.This) ? 0 : line.Is(i, Kind.Last) ? -1 : null;

    private Mention? Running(int next, Unit unit, int steps)
    {
        if (Days(unit, steps) is not { } days)
            return null;
        return new(next) { Days = days, Pick = Pick.Start, Question = steps == 0 ? DateQuestion.TooVague : null };
    }

    private Stretch? Days(Unit unit, int steps) => unit switch
    {
        Unit.Week => Week(line.Today.AddDays(WeekDays * steps)),
        Unit.Month => Stretch.Months(ThisMonth.AddMonths(steps), 1),
        Unit.Quarter => Stretch.Months(ThisMonth.AddMonths((3 * steps) - ((line.Today.Month - 1) % 3)), 3),
        Unit.Year => Stretch.Months(new(line.Today.Year + steps, 1, 1), 12),
        _ => null,
    };

    private static Stretch Week(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % WeekDays)) is var monday ? new(monday, monday.AddDays(WeekDays - 1)) : default;

    private Mention? SeasonOrFeast(int i)
    {
        var at = line.Is(i, Kind.Next) || line.Is(i, Kind.This) || line.Is(i, Kind.Coming) ? i + 1 : i;
        if (line.Value(at, Kind.Season) is { } season && (at > i || !line.Words.IsWeak(line[i]!) || StandsAmongDates(i)))
            return Named(at + 1, year => Stretch.Months(new(year, 3 + (3 * season), 1), 3));
        return line.Value(at, Kind.Feast) is { } feast ? Named(at + 1, year => Feasts.Days((Feast)feast, year), Pick.After) : null;
    }

    // "in 2028", "end of 2026", "year 9999"
    private Mention? Year(int i, bool parted)
    {
        var named = line.Is(i, Unit.Year) || line.Is(i, Kind.In) ? i + 1 : parted || line.Is(i - 1, Kind.After) || line.Is(i - 1, Kind.Before) ? i : -1;
        if (named < 0 || line.Year(named) is not { } year)
            return null;
        return _dated.Trouble(year.Value) is { } trouble ? Mention.Ask(year.Next, trouble) : new(year.Next) { Days = Stretch.Months(new(year.Value, 1, 1), 12), Pick = Pick.Start };
    }
}
