namespace CoachBot.FollowUps.Dates;

// The days around a feast on which nobody is called. Easter is the Western one, after the Gregorian calendar.
internal static class Feasts
{
    private const int ToPentecost = 49;

    public static Stretch Days(Feast feast, int year) => feast switch
    {
        Feast.Easter => Easter(year) is var sunday ? new(sunday.AddDays(-2), sunday.AddDays(1)) : default,
        Feast.Pentecost => Easter(year).AddDays(ToPentecost) is var sunday ? new(sunday, sunday.AddDays(1)) : default,
        Feast.Christmas => new(new(year, 12, 24), new(year, 12, 26)),
        _ => new(new(year - 1, 12, 31), new(year, 1, 1)),
    };

    // Gauss's rule with its two exceptions, right from 1900 to 2099: no date further off is accepted.
    public static DateOnly Easter(int year)
    {
        var moon = ((19 * (year % 19)) + 24) % 30;
        var sunday = ((2 * (year % 4)) + (4 * (year % 7)) + (6 * moon) + 5) % 7;
        var days = moon + sunday;
        if (days == 35 || (days == 34 && moon == 28 && year % 19 > 10))
            days -= 7;
        return new DateOnly(year, 3, 22).AddDays(days);
    }
}
