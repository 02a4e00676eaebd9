namespace CoachBot.FollowUps.Dates;

// Numbers that are a phone number, a price or a count, and so no date.
internal sealed class NotDates(Line line)
{
    private const int ShortestPhone = 7;
    private const string Currencies = "€$£¥%#";

    // The place after such a number; null if there is none here.
    public int? At(int i) => line.Digits(i) is null ? null : Phone(i) ?? Price(i) ?? Counted(i);

    private int? Phone(int i)
    {
        var (digits, next) = (line[i]!.Text.Length, i + 1);
        while (line[next] is { IsDigits: true } more && more.Gap.Length <= 2 && !more.Gap.AsSpan().ContainsAny(",;:"))
        {
            digits += more.Text.Length;
            next++;
        }

        return digits >= ShortestPhone ? next : null;
    }

    private int? Price(int i)
    {
        var next = i + 1;
        while (line[next] is { IsDigits: true, Gap: "." or "," or "'" })
            next++;
        var before = line.Gap(i).AsSpan().TrimEnd();
        var after = line.Gap(next).AsSpan().TrimStart();
        var priced = (before.Length > 0 && Currencies.Contains(before[^1])) || (after.Length > 0 && Currencies.Contains(after[0]));
        return priced || line.Is(next, Kind.Counted) ? next : null;
    }

    // "30 years old", "3 people": the word after may be of its own use, so only the number goes.
    private int? Counted(int i) => line.Is(i + 1, Kind.Counted) || (line.Is(i + 1, Unit.Year) && line.Is(i + 2, Kind.Counted)) ? i + 1 : null;
}
