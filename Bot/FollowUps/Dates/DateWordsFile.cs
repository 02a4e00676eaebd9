using System.Globalization;
using CoachBot.Content;

namespace CoachBot.FollowUps.Dates;

// Reads and checks the words of one file.
internal sealed class DateWordsFile
{
    private const int MinutesOfDay = 24 * 60;
    private static readonly IReadOnlyDictionary<string, Kind> Words = EnumKeys<Kind>.All.Where(k => k.Value >= Kind.Next).ToDictionary();

    // What a language may do without.
    private static readonly HashSet<Kind> Spared =
        [Kind.AfterNext, Kind.FromNow, Kind.Ago, Kind.One, Kind.Am, Kind.Pm, Kind.Half, Kind.Past, Kind.To, Kind.AndHalf, Kind.AndQuarter, Kind.LessQuarter, Kind.QuarterHour, Kind.Suffix];

    private readonly HashSet<(string, Kind)> _seen = [];

    public DateWordsFile(YamlPart file)
    {
        file.Knows([.. Sections.Keys, "words", "weak", "number-dates", "half-is", "next-weekday-is", .. DateSay.Sections]);
        foreach (var (section, (kind, read, required)) in Sections)
        {
            var there = Section(file, section, kind, read);
            foreach (var missing in required.Except(there))
                (file.Optional(section) ?? file).Mistake($"'{missing}' is missing under {section}");
        }

        Roles(file.Required("words"));
        Weak = [.. file.Items("weak").SelectMany(p => Phrase(p) is { } word ? [word] : Array.Empty<string>())];
        Orders = (file.Required("number-dates")?.Entries() ?? []).ToDictionary(e => e.Key, e => Choice(e.Value, OrderNames));
        if (!Orders.ContainsKey("otherwise"))
            (file.Optional("number-dates") ?? file).Mistake("'otherwise' is missing under number-dates");
        HalfIsBefore = file.Required("half-is") is { } half && Choice(half, HalfNames);
        NextIsComing = file.Required("next-weekday-is") is { } next && Choice(next, NextNames);
    }

    public Dictionary<string, List<Sense>> Senses { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Weak { get; }

    public Dictionary<string, DateOrder> Orders { get; }

    public bool HalfIsBefore { get; }

    public bool NextIsComing { get; }

    private static Dictionary<string, (Kind Kind, Func<string, int?> Read, IEnumerable<string> Required)> Sections { get; } = new()
    {
        ["months"] = (Kind.Month, Whole(1, 12), Range(1, 12)),
        ["weekdays"] = (Kind.Weekday, Whole(1, 7), Range(1, 7)),
        ["numbers"] = (Kind.Number, Whole(0, 1000), Range(0, 12)),
        ["ordinals"] = (Kind.Ordinal, Whole(1, 31), Range(1, 12)),
        ["days"] = (Kind.Day, Whole(-7, 7), ["-1", "0", "1"]),
        ["times"] = (Kind.Time, Clock, ["12:00"]),
        ["parts-of-day"] = (Kind.Part, Clock, []),
        ["units"] = (Kind.Unit, Name<Unit>(), EnumKeys<Unit>.All.Keys.Except(["fortnight", "half-year"])),
        ["seasons"] = (Kind.Season, Name<Season>(), EnumKeys<Season>.All.Keys),
        ["feasts"] = (Kind.Feast, Name<Feast>(), EnumKeys<Feast>.All.Keys),
    };

    private static Dictionary<string, DateOrder> OrderNames => EnumKeys<DateOrder>.All;

    private static Dictionary<string, bool> HalfNames => new() { ["past-the-hour"] = false, ["before-the-hour"] = true };

    private static Dictionary<string, bool> NextNames => new() { ["asked"] = false, ["the-coming-one"] = true };

    private List<string> Section(YamlPart file, string section, Kind kind, Func<string, int?> read)
    {
        var there = new List<string>();
        foreach (var (key, phrases) in file.Required(section)?.Entries() ?? [])
        {
            there.Add(key);
            if (read(key) is { } value)
                Add(phrases, new(kind, value));
            else
                phrases.Mistake($"'{key}' is not known under {section}");
        }

        return there;
    }

    private void Roles(YamlPart? roles)
    {
        foreach (var (name, phrases) in roles?.Entries() ?? [])
        {
            if (Words.TryGetValue(name, out var kind))
                Add(phrases, new(kind, 0));
            else
                phrases.Mistake($"'{name}' is not known here; known are {string.Join(", ", Words.Keys)}");
        }

        foreach (var missing in Words.Where(w => !Spared.Contains(w.Value) && roles?.Optional(w.Key) is null))
            roles?.Mistake($"'{missing.Key}' is missing");
    }

    private void Add(YamlPart phrases, Sense sense)
    {
        foreach (var part in phrases.AsItems())
        {
            if (Phrase(part) is not { } words)
                continue;
            if (!_seen.Add((words, sense.Kind)))
                part.Mistake($"'{words}' is there twice");
            if (!Senses.TryGetValue(words, out var senses))
                Senses[words] = senses = [];
            senses.Add(sense);
        }
    }

    // Cut like the texts of reps, or it would never be met in one.
    private static string? Phrase(YamlPart part)
    {
        var text = part.AsText();
        var tokens = DateToken.Cut(text);
        if (tokens.Count > 0 && !tokens.Exists(t => t.IsDigits))
            return string.Join(' ', tokens.Select(t => t.Text));
        if (text.Length > 0)
            part.Mistake("these are words, without digits");
        return null;
    }

    private static T Choice<T>(YamlPart part, Dictionary<string, T> names)
    {
        if (names.TryGetValue(part.AsText(), out var value))
            return value;
        part.Mistake($"this is {string.Join(" or ", names.Keys)}");
        return default!;
    }

    private static Func<string, int?> Whole(int from, int to) =>
        key => int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n >= from && n <= to ? n : null;

    private static IEnumerable<string> Range(int from, int to) => Enumerable.Range(from, to - from + 1).Select(n => n.ToString(CultureInfo.InvariantCulture));

    private static Func<string, int?> Name<T>() where T : struct, Enum => key => EnumKeys<T>.All.TryGetValue(key, out var value) ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : null;

    private static int? Clock(string key) =>
        TimeOnly.TryParseExact(key, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (int)(time.Ticks / TimeSpan.TicksPerMinute) % MinutesOfDay : null;
}
