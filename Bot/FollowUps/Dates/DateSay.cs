using System.Globalization;
using System.Text.RegularExpressions;
using CoachBot.Content;

namespace CoachBot.FollowUps.Dates;

// How a date is said back in one language, and the questions: "say", "because" and "ask" in Prompts/dates.
internal sealed class DateSay
{
    public static readonly string[] Sections = ["say", "because", "ask"];

    private static readonly HashSet<DateQuestion> OfTwoDays = [DateQuestion.DayOrMonth, DateQuestion.WhichWeek, DateQuestion.WhichYear, DateQuestion.TwoDates, DateQuestion.WeekdayDiffers];

    private static readonly Regex Slot = new(@"\{([^{}]*)\}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private readonly Dictionary<string, string> _texts = [];
    private readonly string[] _months;
    private readonly string[] _weekdays;

    private DateSay(YamlPart file)
    {
        var say = file.Required("say")?.Knows("months", "weekdays", "date", "first-day", "date-at", "with-reason");
        _months = Names(say, "months", 12);
        _weekdays = Names(say, "weekdays", 7);
        Text(say, "date", "weekday", "day", "month", "year");
        Text(say, "first-day", "day");
        Text(say, "date-at", "date", "time");
        Text(say, "with-reason", "date", "reason");
        var reasons = EnumKeys<DateReason>.All.Where(r => r.Value != DateReason.AsSaid).Select(r => r.Key).ToArray();
        var because = file.Required("because")?.Knows(reasons);
        foreach (var reason in reasons)
            Text(because, reason);
        var questions = EnumKeys<DateQuestion>.All;
        var ask = file.Required("ask")?.Knows([.. questions.Keys]);
        foreach (var (key, question) in questions)
            Text(ask, key, OfTwoDays.Contains(question) ? ["first", "second"] : []);
    }

    public static DateSay Read(YamlPart file) => new(file);

    public string Day(DateOnly day)
    {
        var number = day.Day.ToString(CultureInfo.InvariantCulture);
        return Fill("date", ("weekday", _weekdays[((int)day.DayOfWeek + 6) % 7]), ("day", day.Day == 1 ? Fill("first-day", ("day", number)) : number),
            ("month", _months[day.Month - 1]), ("year", day.Year.ToString("0000", CultureInfo.InvariantCulture)));
    }

    public string Agreed(DateOnly day, TimeOnly? time, DateReason reason)
    {
        var said = time is { } t ? Fill("date-at", ("date", Day(day)), ("time", t.ToString("H:mm", CultureInfo.InvariantCulture))) : Day(day);
        return reason == DateReason.AsSaid ? said : Fill("with-reason", ("date", said), ("reason", _texts[Key(reason)]));
    }

    public string Ask(DateQuestion question, IReadOnlyList<DateOnly> choices) =>
        choices.Count < 2 ? _texts[Key(question)] : Fill(Key(question), ("first", Day(choices[0])), ("second", Day(choices[1])));

    private static string Key<T>(T value) where T : struct, Enum => EnumKeys<T>.All.First(k => EqualityComparer<T>.Default.Equals(k.Value, value)).Key;

    private string Fill(string key, params ReadOnlySpan<(string Slot, string Value)> slots)
    {
        var text = _texts[key];
        foreach (var (slot, value) in slots)
            text = text.Replace('{' + slot + '}', value, StringComparison.Ordinal);
        return text;
    }

    private static string[] Names(YamlPart? say, string key, int count)
    {
        var names = say?.Texts(key).ToArray() ?? [];
        if (say is not null && names.Length != count)
            (say.Optional(key) ?? say).Mistake($"there are {count} {key}, and here are {names.Length}");
        return names;
    }

    private void Text(YamlPart? section, string key, params string[] slots)
    {
        _texts[key] = section?.Text(key) ?? "";
        var found = Slot.Matches(_texts[key]).Select(m => m.Groups[1].Value).ToHashSet();
        if (section?.Optional(key) is not { } part)
            return;
        foreach (var slot in slots.Except(found))
            part.Mistake($"{{{slot}}} is missing here");
        foreach (var slot in found.Except(slots))
            part.Mistake($"{{{slot}}} is no slot here");
    }
}
