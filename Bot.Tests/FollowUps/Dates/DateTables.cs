namespace CoachBot.Tests.FollowUps.Dates;

internal static class DateTables
{
    private static readonly Dictionary<string, string> Tables = new() { ["en"] = EnglishDates.Table, ["es"] = SpanishDates.Table, ["fr"] = FrenchDates.Table, ["de"] = GermanDates.Table };

    /// <summary>The rows of a table: "text = expected", a region after the language where a line says so ("GB: text = expected").</summary>
    public static IEnumerable<(string Language, string Text, string Expected)> Of(string language)
    {
        foreach (var line in Tables[language].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split(" = ");
            var hasRegion = parts[0].Length > 4 && parts[0][2..4] == ": " && char.IsUpper(parts[0][1]);
            yield return (hasRegion ? $"{language}-{parts[0][..2]}" : language, hasRegion ? parts[0][4..] : parts[0], parts[1]);
        }
    }
}
