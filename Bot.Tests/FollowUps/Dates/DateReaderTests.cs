using System.Globalization;
using CoachBot.FollowUps.Dates;

namespace CoachBot.Tests.FollowUps.Dates;

public sealed class The_reader_of_dates
{
    [Theory]
    [InlineData("en", "next Tuesday at 9", "2026-03-07 10:00", "Tuesday 10 March 2026 at 9:00")]
    [InlineData("en", "in April", "2026-03-02 10:00", "Wednesday 1 April 2026 (the first working day of it)")]
    [InlineData("en", "29 Feb", "2026-03-02 10:00", "Tuesday 29 February 2028 (the next year that has such a day)")]
    [InlineData("en", "3/6", "2026-03-02 10:00", "Is that Wednesday 3 June 2026 or Friday 6 March 2026?")]
    [InlineData("de", "halb neun", "2026-03-02 10:00", "Dienstag, 3. März 2026 um 8:30 Uhr")]
    [InlineData("fr", "1er juin", "2026-03-02 10:00", "lundi 1er juin 2026")]
    [InlineData("es", "el 3 de junio a las 14:30", "2026-03-02 10:00", "miércoles 3 de junio de 2026, 14:30 h")]
    public void Says_back_what_it_understood(string language, string text, string now, string expected) =>
        Assert.Equal(expected, TheDates.Read(text, language, now).Say);

    [Theory]
    [InlineData("in 1 month", "2026-01-31 10:00", "2026-02-28 ShorterMonth")]
    [InlineData("the 31st", "2026-04-02 10:00", "2026-05-31 NextMonthWithThatDay")]
    [InlineData("the 30th", "2026-01-31 10:00", "2026-03-30")]
    [InlineData("end of the month", "2026-03-31 10:00", "2026-03-31 LastWorkingDay")]
    [InlineData("after the summer", "2026-07-15 10:00", "2026-09-01 FirstWorkingDayAfter")]
    [InlineData("after the summer", "2026-10-15 10:00", "2027-09-01 FirstWorkingDayAfter")]
    [InlineData("in winter", "2026-10-15 10:00", "2026-12-01 FirstWorkingDay")]
    [InlineData("next quarter", "2026-12-31 10:00", "2027-01-04 FirstWorkingDay")]
    [InlineData("Q1", "2026-12-31 10:00", "2027-01-04 FirstWorkingDay")]
    [InlineData("29 Feb", "2028-02-01 10:00", "2028-02-29 NextLeapYear")]
    [InlineData("tomorrow", "2026-12-31 23:59", "2027-01-01")]
    [InlineData("3 June 2031", "2026-06-02 10:00", "TooFar")]
    [InlineData("3 June 2031", "2026-06-03 10:00", "2031-06-03")]
    public void Counts_from_the_day_on_which_it_was_said(string text, string now, string expected) =>
        Assert.Equal(expected, TheDates.Short(TheDates.Read(text, "en", now)));

    [Fact]
    public void Takes_the_day_that_the_rep_has_not_the_servers()
    {
        var late = new DateTimeOffset(2026, 3, 2, 23, 30, 0, TimeSpan.Zero);
        Assert.Equal("2026-03-04", TheDates.Short(TheDates.Reader.Read(new("tomorrow", late, TheDates.Berlin) { Language = "en" })));
    }

    [Fact]
    public void Takes_the_working_days_that_the_rep_has()
    {
        var gulf = new WorkingHours([DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday], new(8, 0), new(16, 0));
        Assert.Equal("2026-03-08 FirstWorkingDayAfter", TheDates.Short(TheDates.Reader.Read(new("after 5 March", TheDates.Now, TheDates.Berlin) { Language = "en", Hours = gulf })));
    }

    [Theory]
    [InlineData("en", "halb neun morgen", "de", "2026-03-03 08:30")]
    [InlineData("en", "el martes 3 de marzo a las 9", "es", "2026-03-03 09:00")]
    [InlineData("de", "dans deux semaines", "fr", "2026-03-16")]
    [InlineData("fr", "end of March", "en", "2026-03-30 LastWorkingWeek")]
    [InlineData("en", "3/6", "en", "DayOrMonth 2026-06-03 2026-03-06")]
    [InlineData("en-GB", "3/6", "en", "2026-06-03")]
    [InlineData("de", "3/6", "de", "2026-06-03")]
    [InlineData("xx", "3/6", "en", "DayOrMonth 2026-06-03 2026-03-06")]
    [InlineData("fr", "blah blah", "fr", "NoDate")]
    public void Tries_every_language_when_it_is_not_told_which_and_the_reps_first(string reps, string text, string language, string expected)
    {
        var read = TheDates.Reader.Read(new(text, TheDates.Now, TheDates.Berlin) { RepLanguage = reps });
        Assert.Equal((expected, language), (TheDates.Short(read), read.Language));
    }

    [Fact]
    public void Asks_for_fewer_words_from_501_characters_on()
    {
        Assert.Equal("2026-03-06", TheDates.Short(TheDates.Read("Friday".PadRight(500), "en")));
        Assert.Equal("TooLong", TheDates.Short(TheDates.Read("Friday".PadRight(501), "en")));
    }

    [Fact]
    public void Reads_the_same_whatever_the_culture_of_the_server()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in (string[])["tr-TR", "ar-SA", "fa-IR", "th-TH"])
            {
                CultureInfo.CurrentCulture = new(name);
                Assert.Equal("Friday 6 March 2026 at 9:30", TheDates.Read("FRIDAY AT 9:30", "en").Say);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Answers_every_jumble_of_its_words_with_a_day_ahead_or_a_question()
    {
        var random = new Random(20260302);
        var words = DateTables.Of("en").Concat(DateTables.Of("de")).Concat(DateTables.Of("fr")).Concat(DateTables.Of("es"))
            .SelectMany(r => r.Text.Split(' ')).Concat(["9999999999", "\ud800", "\u0301", "٣", "0", "00", "-", "/", ".", ":", "🙂", "ǆ"]).ToArray();
        for (var i = 0; i < 4000; i++)
        {
            var text = string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 12)).Select(_ => words[random.Next(words.Length)]));
            var read = TheDates.Reader.Read(new(text, TheDates.Now.AddDays(random.Next(3000)), TheDates.Berlin));
            Assert.DoesNotContain('{', read.Say);
            Assert.NotEmpty(read.Say);
        }
    }
}
