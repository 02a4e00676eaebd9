namespace CoachBot.FollowUps.Dates;

// A time of day found in a text, in minutes since midnight; null minutes: no clock shows it. Firm if it was said as of 24 hours or with am or pm.
internal readonly record struct TimeSaid(int? Minutes, int Next, bool Firm)
{
    // Only "in the morning": an hour that is named elsewhere counts more.
    public bool IsPart { get; init; }
}

// Times of day: 14:30, 9am, 14h30, at 9, half nine, quarter to ten, noon.
internal sealed class TimePhrases(Line line)
{
    private const int Hour = 60;
    private const int Noon = 12 * Hour;

    public TimeSaid? At(int i)
    {
        var from = line.Is(i, Kind.At) ? i + 1 : i;
        if (Halves(from) is { } half)
            return half;
        if (Digital(from) is { } digital)
            return digital;
        if (Spoken(i) is { } spoken)
            return spoken;
        if (line.Value(i, Kind.Time) is { } named)
            return new(named, i + 1, true);
        return line.Value(i, Kind.Part) is { } part && (!line.Is(i, Kind.Day) || line.Is(i - 1, Kind.Weekday) || line.Is(i - 1, Kind.Day) || line.Is(i - 1, Kind.This))
            ? new(part, i + 1, true) { IsPart = true } : null;
    }

    // 14:30, 14:30 Uhr, 2:30pm, "at 9.30", 14h30
    private TimeSaid? Digital(int i)
    {
        if (line[i] is not { IsDigits: true, Text.Length: <= 2 } hours)
            return null;
        var clock = line.Is(i + 1, Kind.Clock) ? i + 2 : i + 1;
        if (line[clock] is not { IsDigits: true, Text.Length: 2 } minutes || !JoinsMinutes(i, clock))
            return null;
        var next = clock + 1;
        if (line.Gap(next) == ":" && line.Digits(next) is not null)
            next++;
        return Ended(i, next, hours.Number, minutes.Number);
    }

    private bool JoinsMinutes(int i, int minutes) => minutes == i + 1
        ? line.Gap(minutes) == ":" || (line.Gap(minutes) == "." && (line.Is(i - 1, Kind.At) || line.Is(minutes + 1, Kind.Clock) || line.Is(minutes + 1, Kind.Am) || line.Is(minutes + 1, Kind.Pm)))
        : line.Gap(minutes) is "" or " ";

    // 9am, 9 Uhr, at nine, nueve y media
    private TimeSaid? Spoken(int i)
    {
        var lead = line.Is(i, Kind.At) ? i + 1 : i;
        if ((line.Number(lead) ?? (line.Is(lead, Kind.One) && line.Is(lead + 1, Kind.Clock) ? (1, lead + 1) : null)) is not var (hour, next) || (line[lead] is { IsDigits: true, Text.Length: > 2 }))
            return null;
        var marked = line.Is(next, Kind.Clock) || line.Is(next, Kind.Am) || line.Is(next, Kind.Pm);
        if (lead == i && !marked && !(Quarters(Clocked(next)) is not null && line.Gap(next) == " "))
            return null;
        if (!marked && lead > i && (line.Is(next, Kind.Unit) || line.Is(next, Kind.Counted) || line.Is(line.Skip(next), Kind.Month) || line.Is(next, Kind.Suffix) || IsPart(next) || hour > 24))
            return null;
        if (Quarters(Clocked(next)) is var (minutes, after))
            return Ended(lead, after, minutes < 0 ? hour - 1 : hour, (minutes + Hour) % Hour);
        return Ended(lead, next, hour, 0);
    }

    private bool IsPart(int i) => i < line.Count && line.Digits(i) is not null && line.Gap(i) is "/" or "-" or "." or "%";

    private int Clocked(int i) => line.Is(i, Kind.Clock) ? i + 1 : i;

    private (int Minutes, int Next)? Quarters(int i) =>
        line.Is(i, Kind.AndHalf) ? (30, i + 1) : line.Is(i, Kind.AndQuarter) ? (15, i + 1) : line.Is(i, Kind.LessQuarter) ? (-15, i + 1) : null;

    // half nine, half past nine, quarter to nine, ten past nine
    private TimeSaid? Halves(int i)
    {
        if (line.Is(i, Kind.Half))
        {
            var past = line.Is(i + 1, Kind.Past);
            return line.Number(past ? i + 2 : i + 1) is ( >= 1 and <= 12 and var hour, var next) && !line.Is(next, Kind.Unit)
                ? Ended(i, next, !past && line.Words.HalfIsBefore ? hour - 1 : hour, 30) : null;
        }

        var (minutes, at) = line.Is(i, Kind.QuarterHour) ? (15, i + 1) : line.Number(i) is var (m, n) && (m is 5 or 10 or 20 or 25) ? (m, line.Is(n, Unit.Minute) ? n + 1 : n) : (0, i);
        // "10 to 11" goes from ten to eleven.
        if (minutes == 0 || (line.Is(at, Kind.To) && line.Digits(i) is not null && line.Number(at + 1)?.Value > minutes) || !(line.Is(at, Kind.Past) || line.Is(at, Kind.To)) || line.Number(at + 1) is not ( >= 1 and <= 12 and var of, var end) || line.Is(end, Kind.Unit) || line.Is(line.Skip(end), Kind.Month))
            return null;
        return line.Is(at, Kind.To) ? Ended(i, end, of - 1, Hour - minutes) : Ended(i, end, of, minutes);
    }

    // The clock word, am or pm, and the part of the day that may follow.
    private TimeSaid Ended(int i, int next, int hour, int minute)
    {
        next = Clocked(next);
        var (pm, am) = (line.Is(next, Kind.Pm), line.Is(next, Kind.Am));
        next = pm || am ? next + 1 : next;
        if (hour > 24 || minute >= Hour || (hour == 24 && minute > 0) || ((am || pm) && hour is 0 or > 12))
            return new(null, next, true);
        hour = am ? hour % 12 : pm ? (hour % 12) + 12 : hour;
        var firm = am || pm || hour is 0 or > 12 || line[i] is { IsDigits: true, Text: ['0', ..] };
        return new(((hour * Hour) + minute) % (24 * Hour), next, firm);
    }

    // "3 in the afternoon" and, as nobody is called at night, a plain "at 3": both are 15:00.
    public static int Meant(int minutes, bool firm, int? part)
    {
        if (firm || minutes >= Noon)
            return minutes;
        return part is { } p ? p >= Noon ? minutes + Noon : minutes : minutes / Hour is >= 1 and < 7 ? minutes + Noon : minutes;
    }
}
