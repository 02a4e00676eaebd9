using CoachBot.FollowUps.Dates;

namespace CoachBot.Tests.FollowUps.Dates;

public sealed class A_local_time
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("Europe/Berlin", "2026-06-03", "09:00", "2026-06-03T09:00:00+02:00")]
    [InlineData("W. Europe Standard Time", "2026-01-07", "09:00", "2026-01-07T09:00:00+01:00")]
    [InlineData("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T03:00:00+02:00")]
    [InlineData("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T02:30:00+02:00")]
    [InlineData("Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T03:00:00+01:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "02:10", "2026-10-04T02:30:00+11:00")]
    [InlineData("Asia/Kathmandu", "2026-06-03", "09:00", "2026-06-03T09:00:00+05:45")]
    [InlineData("Asia/Beirut", "2026-03-29", "00:00", "2026-03-29T01:00:00+03:00")]
    public void Is_the_instant_at_which_the_clock_first_shows_it_or_later(string id, string day, string time, string expected)
    {
        Assert.True(LocalTimes.TryZone(id, out var zone));
        var instant = LocalTimes.Instant(TheDates.Day(day), TimeOnly.Parse(time, null), zone);
        Assert.Equal(expected, instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Europe/Atlantis")]
    [InlineData("../../../etc/passwd")]
    [InlineData("/etc/localtime")]
    [InlineData("Europe")]
    [InlineData("Europe/")]
    [InlineData("tzdata.zi")]
    [InlineData("Europe\0Berlin")]
    [InlineData("a very long name of a place that no list of zones has ever seen or will see")]
    public void Has_no_zone_where_there_is_none_and_says_so(string? id)
    {
        Assert.False(LocalTimes.TryZone(id, out var zone));
        Assert.Null(zone);
    }

    [Fact]
    public void Is_right_around_every_change_of_every_zones_clock()
    {
        var changes = 0;
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
        {
            foreach (var at in Transitions.Of(zone))
            {
                changes++;
                for (var minutes = -200; minutes <= 200; minutes += 7)
                    Check(at.AddMinutes(minutes), zone);
                Check(at.AddMinutes(-1), zone);
                Check(at, zone);
            }
        }

        Assert.True(changes > 1000, "There is hardly a zone here: are the zone files installed?");
    }

    // What a clock shows at an instant is that instant, or an earlier one that showed the same; what it never shows is the end of a gap.
    private static void Check(DateTime utc, TimeZoneInfo zone)
    {
        var shown = LocalTimes.Clock(utc, zone);
        var back = At(shown, zone);
        Assert.True(back.UtcDateTime <= utc && LocalTimes.Clock(back, zone) == shown, $"{zone.Id}: {utc:O} shows {shown:O}, which became {back:O}");
        Assert.Equal(zone.GetUtcOffset(back), back.Offset);
        if (back.UtcDateTime < utc)
            Assert.True(zone.GetUtcOffset(back) > zone.GetUtcOffset(utc), $"{zone.Id}: {shown:O} is shown twice, and the clock was not set back");

        var asked = TimeZoneInfo.ConvertTime(utc, TimeZoneInfo.Utc).Add(zone.GetUtcOffset(utc.AddHours(-5)));
        var found = At(asked, zone);
        var before = LocalTimes.Clock(found - Minute, zone);
        Assert.True(LocalTimes.Clock(found, zone) >= asked && before < asked, $"{zone.Id}: {asked:O} became {found:O}");
    }

    private static DateTimeOffset At(DateTime local, TimeZoneInfo zone) => LocalTimes.Instant(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), zone);
}
