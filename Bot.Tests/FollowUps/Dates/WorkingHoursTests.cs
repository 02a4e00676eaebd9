using System.Globalization;
using CoachBot.FollowUps.Dates;

namespace CoachBot.Tests.FollowUps.Dates;

public sealed class Working_hours
{
    private static readonly WorkingHours Usual = WorkingHours.Usual;

    [Theory]
    [InlineData("2026-03-02 08:59", "2026-03-02 09:00")]
    [InlineData("2026-03-02 09:00", "2026-03-02 09:00")]
    [InlineData("2026-03-02 12:34", "2026-03-02 12:34")]
    [InlineData("2026-03-02 16:59", "2026-03-02 16:59")]
    [InlineData("2026-03-02 17:00", "2026-03-03 09:00")]
    [InlineData("2026-03-06 17:00", "2026-03-09 09:00")]
    [InlineData("2026-03-28 12:00", "2026-03-30 09:00")]
    public void Let_a_reminder_go_at_once_or_when_they_begin_again(string instant, string expected) =>
        Assert.Equal(At(expected), Usual.NextWithin(At(instant), TheDates.Berlin));

    [Theory]
    [InlineData("2026-03-02 08:59", "2026-03-02 09:00")]
    [InlineData("2026-03-02 09:00", "2026-03-03 09:00")]
    [InlineData("2026-03-06 12:00", "2026-03-09 09:00")]
    public void Begin_with_a_morning_that_is_still_to_come(string instant, string expected) =>
        Assert.Equal(At(expected), Usual.NextMorning(At(instant), TheDates.Berlin));

    [Theory]
    [InlineData("2026-03-03", null, "2026-03-03 09:00")]
    [InlineData("2026-03-03", "14:30", "2026-03-03 14:30")]
    [InlineData("2026-03-03", "19:00", "2026-03-03 09:00")]
    [InlineData("2026-03-03", "07:00", "2026-03-03 09:00")]
    [InlineData("2026-03-07", null, "2026-03-09 09:00")]
    [InlineData("2026-03-07", "14:30", "2026-03-09 09:00")]
    public void Put_a_reminder_at_its_time_or_at_the_beginning_of_the_day(string day, string? time, string expected) =>
        Assert.Equal(At(expected), Usual.ReminderAt(TheDates.Day(day), time is null ? null : TimeOnly.Parse(time, CultureInfo.InvariantCulture), TheDates.Berlin));

    [Fact]
    public void Begin_after_the_gap_when_the_clock_skips_their_beginning()
    {
        var early = new WorkingHours([DayOfWeek.Sunday], new(2, 30), new(5, 0));
        Assert.Equal(At("2026-03-29 03:00"), early.ReminderAt(TheDates.Day("2026-03-29"), null, TheDates.Berlin));
    }

    [Fact]
    public void Are_left_out_on_a_day_whose_clock_skips_them_all()
    {
        var night = new WorkingHours([DayOfWeek.Sunday], new(2, 0), new(3, 0));
        Assert.Equal(At("2026-04-05 02:00"), night.ReminderAt(TheDates.Day("2026-03-29"), null, TheDates.Berlin));
    }

    [Fact]
    public void Need_a_day_and_an_end_after_their_beginning()
    {
        Assert.Throws<ArgumentException>(() => new WorkingHours([], new(9, 0), new(17, 0)));
        Assert.Throws<ArgumentException>(() => new WorkingHours([DayOfWeek.Monday], new(9, 0), new(9, 0)));
    }

    [Fact]
    public void Hold_every_moment_they_give_in_every_zone_around_every_change_and_give_the_first()
    {
        var random = new Random(20260302);
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
        {
            foreach (var change in Transitions.Of(zone))
                Check(new DateTimeOffset(change).AddMinutes(random.Next(-4000, 4000)), zone);
        }
    }

    private static void Check(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var (next, morning) = (Usual.NextWithin(instant, zone), Usual.NextMorning(instant, zone));
        Assert.True(next >= instant && morning > instant && Usual.Contain(next, zone) && Usual.Contain(morning, zone), $"{zone.Id} {instant:O}");
        Assert.Equal(new TimeOnly(9, 0), TimeOnly.FromDateTime(LocalTimes.Clock(morning, zone)));
        for (var between = instant; between < next; between += TimeSpan.FromMinutes(29))
            Assert.False(Usual.Contain(between, zone), $"{zone.Id} {instant:O}: {between:O} comes before {next:O}");
    }

    private static DateTimeOffset At(string local) =>
        LocalTimes.Instant(TheDates.Day(local[..10]), TimeOnly.ParseExact(local[11..], "HH:mm", CultureInfo.InvariantCulture), TheDates.Berlin);
}
