namespace CoachBot.FollowUps.Dates;

// Goes through a text once and collects the dates and times that it speaks of.
internal sealed class DateScan
{
    private const int Reach = 8;
    private const int ShortReach = 3;
    private const int Hour = 60;
    private const int LastHour = 24;
    private static readonly Kind[] Sides = [Kind.Not, Kind.Since, Kind.After, Kind.Before];

    private readonly Line _line;
    private readonly NumericDates _numeric;
    private readonly NotDates _not;
    private readonly TimePhrases _times;
    private readonly RelativePhrases _relative;
    private readonly CalendarPhrases _calendar;
    private readonly PeriodPhrases _periods;
    private readonly Resolving _resolving;

    // "after" and "before" hold for the next date of their clause, and so do "not" and "since".
    private (Kind Kind, int Until)? _side;

    public DateScan(Line line)
    {
        _line = line;
        (_numeric, _not, _times) = (new(line), new(line), new(line));
        (_relative, _calendar, _periods) = (new(line), new(line), new(line));
        _resolving = new(line.Today, line.Working);
    }

    public List<Found> Days { get; } = [];

    public List<TimeSaid> Times { get; } = [];

    public bool IsVague { get; private set; }

    // How many words were used: of two languages the one that explains more was meant.
    public int Used { get; private set; }

    public DateScan Run()
    {
        for (var i = 0; i < _line.Count;)
        {
            if (_line[i]!.EndsClause)
                _side = null;
            var next = Step(i);
            Used += next - i > 1 || _line.IsKnown(i) ? next - i : 0;
            i = next;
        }

        return this;
    }

    private int Step(int i)
    {
        if (_numeric.At(i) is { } numeric)
            return Take(i, numeric);
        if (_not.At(i) is { } not)
            return not;
        if (_relative.AmountBeside(i) is { } beside)
            return Aside(beside);
        if (_calendar.Ranked(i) is { } ranked)
            return Take(i, ranked);
        if (_relative.At(i) is { } relative && !(IsPartOfDay(i) && _times.At(i) is not null))
            return Take(i, relative);
        if (_calendar.At(i) is { } calendar)
            return Take(i, calendar);
        if (_times.At(i) is { } time)
            return Take(i, time);
        if (_periods.At(i) is { } period)
            return Take(i, period);
        Mark(i);
        return i + 1;
    }

    // "mañana" and "Morgen" are tomorrow and morning.
    private bool IsPartOfDay(int i) => _line.Is(i, Kind.Day) && _line.Is(i, Kind.Part);

    // "Not before June" and "not until June" are June.
    private void Mark(int i)
    {
        if (_line.Is(i, Kind.Until) || (_line.Is(i, Kind.Before) && _side is { Kind: Kind.Not }))
            _side = null;
        else if (Sides.FirstOrDefault(k => _line.Is(i, k)) is > 0 and var kind)
            _side = (kind, i + (kind == Kind.Not ? ShortReach : Reach));
        IsVague |= _line.Is(i, Kind.Vague);
    }

    private int Take(int i, Mention mention)
    {
        var side = _side is { } s && i <= s.Until ? s.Kind : (Kind?)null;
        _side = null;
        if (side == Kind.Not)
            Days.Add(new(_line.Today, DateReason.AsSaid) { Question = DateQuestion.NoDate });
        else if (side != Kind.Since)
            Days.Add(_resolving.Resolve(mention, side));
        return mention.Next;
    }

    // "Two weeks after Easter" is not counted out: it is asked.
    private int Aside(int next)
    {
        _side = (Kind.Not, next + Reach);
        return next;
    }

    private int Take(int i, TimeSaid time)
    {
        _side = null;
        // "9-11am": from when on, is the question.
        var joined = _line.Gap(i).Trim() is "-" or "–" ? i - 1 : _line.Is(i - 1, Kind.And) || _line.Is(i - 1, Kind.Or) || _line.Is(i - 1, Kind.To) ? i - 2 : -1;
        if (_line.Digits(joined) is { } hour and <= LastHour)
            Times.Add(new(hour * Hour, i, true));
        Times.Add(time);
        return time.Next;
    }
}
