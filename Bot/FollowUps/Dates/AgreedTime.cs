using System.Globalization;

namespace CoachBot.FollowUps.Dates;

/// <summary>A day, and perhaps a time, by the rep's own clock, wherever they are then; written 2026-06-03 or 2026-06-03T09:00.</summary>
public sealed record AgreedTime(DateOnly Day, TimeOnly? Time)
{
    private const string DayFormat = "yyyy-MM-dd", TimeFormat = "HH:mm";

    /// <exception cref="FormatException">The text was not written by <see cref="ToString"/>.</exception>
    public static AgreedTime Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('T');
        return new AgreedTime(
            DateOnly.ParseExact(parts[0], DayFormat, CultureInfo.InvariantCulture),
            parts.Length > 1 ? TimeOnly.ParseExact(parts[1], TimeFormat, CultureInfo.InvariantCulture) : null);
    }

    public override string ToString() =>
        Day.ToString(DayFormat, CultureInfo.InvariantCulture) + (Time is { } time ? "T" + time.ToString(TimeFormat, CultureInfo.InvariantCulture) : "");
}
