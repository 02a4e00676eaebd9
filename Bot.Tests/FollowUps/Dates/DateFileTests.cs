using CoachBot.Content;
using CoachBot.FollowUps.Dates;

namespace CoachBot.Tests.FollowUps.Dates;

public sealed class A_file_of_words_for_dates : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public A_file_of_words_for_dates()
    {
        var dates = _folder.CreateSubdirectory("dates").FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TheDates.Prompts, "dates")))
            File.Copy(file, Path.Combine(dates, Path.GetFileName(file)));
    }

    [Theory]
    [InlineData("  5: [may]", "  13: [may]", "'13' is not known under months|'5' is missing under months")]
    [InlineData("  5: [may]", "  5: [may, june]", "'june' is there twice")]
    [InlineData("  5: [may]", "  5: may", "this should be a list")]
    [InlineData("  5: [may]", "  5: [may, m5]", "these are words, without digits")]
    [InlineData("  5: [may]", "  5: [may, \"!\"]", "these are words, without digits")]
    [InlineData("  \"12:00\": [noon", "  \"25:00\": [noon", "'25:00' is not known under times|'12:00' is missing under times")]
    [InlineData("  week: [week", "  weeks: [week", "'weeks' is not known under units|'week' is missing under units")]
    [InlineData("  easter:", "  oster:", "'oster' is not known under feasts|'easter' is missing under feasts")]
    [InlineData("  article:", "  articles:", "'articles' is not known here|'article' is missing")]
    [InlineData("seasons:", "season:", "'season' is not known here|'seasons' is missing")]
    [InlineData("US: month-first", "US: month", "this is ask or day-first or month-first")]
    [InlineData("{otherwise: ask, ", "{", "'otherwise' is missing under number-dates")]
    [InlineData("half-is: past-the-hour", "half-is: past", "this is past-the-hour or before-the-hour")]
    [InlineData("[Monday, Tuesday,", "[Tuesday,", "there are 7 weekdays, and here are 6")]
    [InlineData("\"{weekday} {day} {month} {year}\"", "\"{day} {month} {year}\"", "{weekday} is missing here")]
    [InlineData("\"Is that {first} or {second}?\"", "\"Is that {first} or {third}?\"", "{second} is missing here|{third} is no slot here")]
    [InlineData("  no-date:", "  no-day:", "'no-day' is not known here|'no-date' is missing")]
    public void With_a_mistake_is_named_with_its_line(string correct, string wrong, string expected)
    {
        var path = Path.Combine(_folder.FullName, "dates", "en.yaml");
        var text = File.ReadAllText(path);
        var at = text.IndexOf(correct, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{correct}' is no longer in en.yaml: give this test another line");
        File.WriteAllText(path, text[..at] + wrong + text[(at + correct.Length)..]);

        var found = Read();

        Assert.All(expected.Split('|'), what => Assert.Contains(found, m => m.File == "dates/en.yaml" && m.What.Contains(what, StringComparison.Ordinal)));
        var line = text[..at].Count(c => c == '\n') + 1;
        Assert.Contains(found, m => m.Line >= 1 && m.Line <= line + 1);
    }

    [Fact]
    public void Missing_or_broken_is_one_mistake_among_all_of_them()
    {
        File.Delete(Path.Combine(_folder.FullName, "dates", "de.yaml"));
        File.WriteAllText(Path.Combine(_folder.FullName, "dates", "es.yaml"), "months: [");
        Assert.Equal(["dates/de.yaml", "dates/es.yaml"], Read().Select(m => m.File));
    }

    [Fact]
    public void Of_another_language_is_read_too()
    {
        File.Copy(Path.Combine(_folder.FullName, "dates", "en.yaml"), Path.Combine(_folder.FullName, "dates", "sco.yaml"));
        Assert.Contains("sco", DateWords.ReadAll(new ContentFolder(_folder.FullName), new Mistakes()).Keys);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private IReadOnlyList<Mistake> Read()
    {
        var mistakes = new Mistakes();
        DateWords.ReadAll(new ContentFolder(_folder.FullName), mistakes);
        return mistakes.Found;
    }
}
