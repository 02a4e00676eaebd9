namespace CoachBot.Tests.FollowUps.Dates;

/// <summary>Each row of a table beside this file: what a rep says on Monday 2 March 2026 at 10:00 (or as it says), and what is read.</summary>
public sealed class A_date_that_a_rep_types
{
    private static readonly string[] Languages = ["en", "es", "fr", "de"];

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var language in Languages)
            {
                foreach (var row in DateTables.Of(language))
                    rows.Add(row.Language, row.Text, row.Expected);
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void Is_read_as_it_is_meant(string language, string text, string expected) =>
        Assert.Equal(expected, TheDates.Short(TheDates.Read(text, language)));

    [Theory, MemberData(nameof(Rows))]
    public void Is_read_the_same_in_capitals(string language, string text, string expected) =>
        Assert.Equal(expected, TheDates.Short(TheDates.Read(text.ToUpperInvariant(), language)));

    [Fact]
    public void Stands_in_a_table_of_at_least_sixty_for_each_language() =>
        Assert.All(Languages, language => Assert.InRange(DateTables.Of(language).Select(r => r.Text).Distinct().Count(), 60, 500));
}
