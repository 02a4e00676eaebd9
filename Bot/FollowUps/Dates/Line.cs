namespace CoachBot.FollowUps.Dates;

// A text with the words known in one language, and the moment it was said: what every reading of a place in it asks.
internal sealed class Line(IReadOnlyList<DateToken> tokens, string tail, DateWords words, string region, DateTime now, WorkingHours hours)
{
    private const int LargestTens = 90;

    public DateWords Words { get; } = words;

    public DateOrder Order { get; } = words.Order(region);

    public DateTime Now { get; } = now;

    public DateOnly Today { get; } = DateOnly.FromDateTime(now);

    public WorkingDays Working { get; } = new(hours);

    public int Count => tokens.Count;

    public DateToken? this[int i] => i >= 0 && i < tokens.Count ? tokens[i] : null;

    // What stands between token i - 1 and token i, or after the last one.
    public string Gap(int i) => i < tokens.Count ? tokens[i].Gap : tail;

    public bool Is(int i, Kind kind) => Value(i, kind) is not null;

    public bool Is(int i, Unit unit) => Value(i, Kind.Unit) == (int)unit;

    public int? Value(int i, Kind kind)
    {
        foreach (var sense in this[i]?.Senses ?? [])
        {
            if (sense.Kind == kind)
                return sense.Value;
        }

        return null;
    }

    public bool IsKnown(int i) => this[i] is { Senses.Count: > 0 };

    // The place after the articles and fillers from here on, within the clause.
    public int Skip(int i)
    {
        while ((Is(i, Kind.Filler) || Is(i, Kind.Article)) && !Is(i, Kind.Weekday))
            i++;
        return i;
    }

    public int? Digits(int i) => this[i] is { IsDigits: true } t ? t.Number : null;

    // A number in digits or words, and the place after it.
    public (int Value, int Next)? Number(int i)
    {
        if (Digits(i) is { } digits)
            return (digits, i + 1);
        if (Value(i, Kind.Number) is not { } value)
            return null;
        var more = Is(i + 1, Kind.And) ? i + 2 : i + 1;
        return value is >= 20 and <= LargestTens && value % 10 == 0 && Ones(more, more > i + 1) is { } ones ? (value + ones, more + 1) : (value, i + 1);
    }

    private int? Ones(int i, bool joined) => Value(i, Kind.Number) is { } ones and > 0 and < 10 ? ones : joined && Is(i, Kind.One) ? 1 : null;

    // A number that is a rank: 3rd, third, and where a day is expected a plain 3 or "3." too.
    public (int Value, int Next)? Ordinal(int i)
    {
        if (Digits(i) is { } digits)
            return this[i + 1] is { Joined: true } && Is(i + 1, Kind.Suffix) ? (digits, i + 2) : null;
        if (Value(i, Kind.Ordinal) is { } rank)
            return (rank, i + 1);
        return Value(i, Kind.Number) is 20 or 30 && Value(i + 1, Kind.Ordinal) is { } ones and < 10 ? (Value(i, Kind.Number)!.Value + ones, i + 2) : null;
    }

    // A year in four digits, which stands close.
    public (int Value, int Next)? Year(int i)
    {
        var at = Skip(i);
        return this[at] is { IsDigits: true, Text.Length: 4 } year && !year.Gap.AsSpan().ContainsAny(";!?\n:") && year.Number >= 1 && !Is(at + 1, Kind.Clock) ? (year.Number, at + 1) : null;
    }
}
