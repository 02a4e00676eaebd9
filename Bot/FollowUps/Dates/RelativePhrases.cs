namespace CoachBot.FollowUps.Dates;

// Days counted from today: tomorrow, Friday, next Tuesday, in six months, two weeks from now, three days ago.
internal sealed class RelativePhrases(Line line)
{
    private const int Longest = 100;

    public Mention? At(int i) => Counted(i) ?? Weekday(i) ?? Days(i);

    // The place after "two weeks after" or "three days before".
    public int? AmountBeside(int i) => Amount(i) is { } amount && (line.Is(amount.Next, Kind.After) || line.Is(amount.Next, Kind.Before)) && line[amount.Next + 1] is not null ? amount.Next + 1 : null;

    private Mention? Days(int i) => line.Value(i, Kind.Day) is { } days && !line.Is(i - 1, Kind.Weekday) ? Mention.Exact(i + 1, line.Today.AddDays(days)) : null;

    private Mention? Counted(int i)
    {
        if (line.Is(i, Kind.Ago) && Amount(i + 1) is { } past)
            return Mention.Ask(past.Next, DateQuestion.InThePast);
        var started = line.Is(i, Kind.In);
        if (Amount(started ? line.Skip(i + 1) : i) is not { } amount)
            return null;
        if (line.Is(amount.Next, Kind.Ago))
            return Mention.Ask(amount.Next + 1, DateQuestion.InThePast);
        var later = line.Is(amount.Next, Kind.FromNow);
        if (!started && !later)
            return OnWeekday(amount);
        return Later(amount with { Next = amount.Next + (later ? 1 : 0) });
    }

    // "a week on Tuesday"
    private Mention? OnWeekday((int Count, Unit Unit, int Next) amount) =>
        amount is { Unit: Unit.Week or Unit.Fortnight, Count: <= Longest } && line.Is(amount.Next, Kind.Filler) && line.Value(amount.Next + 1, Kind.Weekday) is { } weekday
            ? Mention.Exact(amount.Next + 2, Coming(weekday).AddDays((amount.Unit == Unit.Week ? 7 : 14) * amount.Count)) : null;

    private (int Count, Unit Unit, int Next)? Amount(int i)
    {
        var said = line.Is(i, Kind.One) ? (1, i + 1) : line.Number(i);
        if (line.Value(i, Kind.Unit) is { } alone and ((int)Unit.Fortnight or (int)Unit.HalfYear))
            return (1, (Unit)alone, i + 1);
        // "im 3. Quartal" is its rank.
        if (said is not var (count, next) || (line.Digits(i) is not null && line.Gap(next).StartsWith('.')))
            return null;
        if (line.Is(next, Kind.Or) || line.Gap(next) == "-")
            return line.Number(line.Is(next, Kind.Or) ? next + 1 : next) is var (_, after) && line.Value(after, Kind.Unit) is { } of ? (-1, (Unit)of, after + 1) : null;
        return line.Value(next, Kind.Unit) is { } unit ? (count, (Unit)unit, next + 1) : null;
    }

    private Mention Later((int Count, Unit Unit, int Next) amount)
    {
        var (count, unit, next) = amount;
        if (count < 0)
            return Mention.Ask(next, DateQuestion.TooVague);
        if (unit is Unit.Minute or Unit.Hour)
            return Clocked(next, TimeSpan.FromMinutes((unit == Unit.Hour ? 60L : 1L) * count));
        if (Day(unit, count) is not { } day)
            return Mention.Ask(next, DateQuestion.TooFar);
        if (unit == Unit.Week && line.Value(line.Skip(next), Kind.Weekday) is { } weekday)
            return Mention.Exact(line.Skip(next) + 1, day.AddDays(weekday - (((int)day.DayOfWeek + 6) % 7) - 1));
        return Mention.Exact(next, day) with { Reason = unit >= Unit.Month && day.Day != line.Today.Day ? DateReason.ShorterMonth : DateReason.AsSaid };
    }

    private Mention Clocked(int next, TimeSpan later)
    {
        if (later > TimeSpan.FromDays(Longest))
            return Mention.Ask(next, DateQuestion.TooFar);
        var then = line.Now.Add(later);
        return Mention.Exact(next, DateOnly.FromDateTime(then)) with { Time = new(then.Hour, then.Minute) };
    }

    // Null where it is too far to be told by a calendar.
    private DateOnly? Day(Unit unit, int count) => unit switch
    {
        Unit.Day => count > 366 * Longest ? null : line.Today.AddDays(count),
        Unit.WorkingDay => count > 366 * 10 ? null : line.Working.Add(line.Today, count),
        Unit.Week or Unit.Fortnight => count > 53 * Longest ? null : line.Today.AddDays((unit == Unit.Week ? 7 : 14) * count),
        _ => count > 12 * Longest ? null : line.Today.AddMonths((unit switch { Unit.Month => 1, Unit.Quarter => 3, Unit.HalfYear => 6, _ => 12 }) * count),
    };

    private Mention? Weekday(int i)
    {
        if (line.Value(line.Skip(i + 2), Kind.Weekday) is { } later && NextWeek(i) is { } week)
            return Mention.Exact(line.Skip(i + 2) + 1, week.AddDays(later - 1));
        var lead = line.Is(i, Kind.Next) || line.Is(i, Kind.This) || line.Is(i, Kind.Coming) || line.Is(i, Kind.Last);
        var at = lead ? i + 1 : i;
        if (line.Value(at, Kind.Weekday) is not { } weekday || (!lead && line.Words.IsWeak(line[at]!) && !(line.Count == 1 || line.IsKnown(at - 1))))
            return null;
        return Beside(at, weekday) ?? Alone(lead ? i : at + 1, at, weekday, lead);
    }

    // "Tuesday next week", "Dienstag in zwei Wochen", "Tuesday week"
    private Mention? Beside(int at, int weekday)
    {
        var next = line.Skip(at + 1);
        if (NextWeek(next) is { } week)
            return Mention.Exact(next + 2, week.AddDays(weekday - 1));
        if (line.Is(next, Kind.In) && Amount(line.Skip(next + 1)) is { Unit: Unit.Week, Count: >= 0 and <= Longest } amount)
            return Mention.Exact(amount.Next, Monday(line.Today.AddDays(7 * amount.Count)).AddDays(weekday - 1));
        return next == at + 1 && line.Is(next, Unit.Week) ? Mention.Exact(next + 1, Coming(weekday).AddDays(7)) : null;
    }

    private Mention Alone(int leadAt, int at, int weekday, bool before)
    {
        var next = before ? at + 1 : line.Is(at + 1, Kind.Next) || line.Is(at + 1, Kind.Coming) || line.Is(at + 1, Kind.Last) ? at + 2 : at + 1;
        if (line.Is(leadAt, Kind.Last))
            return Mention.Ask(next, DateQuestion.InThePast);
        var day = Coming(weekday);
        // Said on a Monday, "next Tuesday" is tomorrow to some and eight days off to others.
        if (line.Is(leadAt, Kind.Next) && !line.Words.NextIsComing && Monday(day) == Monday(line.Today))
            return Mention.Ask(next, DateQuestion.WhichWeek, day, day.AddDays(7));
        return Mention.Exact(next, day) with { IsWeekday = true };
    }

    private DateOnly? NextWeek(int i)
    {
        if (!(line.Is(i, Unit.Week) || line.Is(i + 1, Unit.Week)))
            return null;
        var at = line.Is(i, Unit.Week) ? i + 1 : i;
        return line.Is(at, Kind.AfterNext) ? Monday(line.Today).AddDays(14) : line.Is(at, Kind.Next) || line.Is(at, Kind.Coming) ? Monday(line.Today).AddDays(7) : null;
    }

    private DateOnly Coming(int weekday) => line.Today.AddDays(((weekday - (int)line.Today.DayOfWeek + 6) % 7) + 1);

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
