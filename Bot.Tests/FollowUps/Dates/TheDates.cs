using System.Globalization;
using CoachBot.Content;
using CoachBot.FollowUps.Dates;

namespace CoachBot.Tests.FollowUps.Dates;

/// <summary>The words for dates as they stand in Prompts/, read on Monday 2 March 2026 at 10:00 in Berlin.</summary>
internal static class TheDates
{
    public static readonly string Prompts = Path.Combine(AppContext.BaseDirectory, "Prompts");
    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    public static readonly FollowUpDateReader Reader = new(Words());

    public static FollowUpDate Read(string text, string? language, string now = "2026-03-02 10:00") =>
        Reader.Read(new(text, LocalTimes.Instant(Day(now[..10]), TimeOnly.ParseExact(now[11..], "HH:mm", CultureInfo.InvariantCulture), Berlin), Berlin) { Language = language });

    /// <summary>What was read in short: "2026-06-03 14:30 AsSaid", or the question's name with the days to choose from.</summary>
    public static string Short(FollowUpDate read) => read switch
    {
        AgreedDate agreed => string.Join(' ', ((string?[])[Iso(agreed.Day), agreed.Time?.ToString("HH:mm", CultureInfo.InvariantCulture), agreed.Reason == DateReason.AsSaid ? null : agreed.Reason.ToString()]).OfType<string>()),
        UnclearDate unclear => string.Join(' ', [unclear.Question.ToString(), .. unclear.Choices.Select(Iso)]),
        _ => "",
    };

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IReadOnlyDictionary<string, DateWords> Words()
    {
        var mistakes = new Mistakes();
        var words = DateWords.ReadAll(new ContentFolder(Prompts), mistakes);
        mistakes.ThrowIfAny();
        return words;
    }
}
