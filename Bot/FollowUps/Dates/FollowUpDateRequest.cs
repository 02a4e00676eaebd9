namespace CoachBot.FollowUps.Dates;

/// <summary>A rep's words about a follow-up date, with the moment and the zone in which they were said.</summary>
public sealed record FollowUpDateRequest(string Text, DateTimeOffset Now, TimeZoneInfo Zone)
{
    /// <summary>The language of the text, as en, de or en-GB (the region decides what 3/6 is); null if unknown: then all are tried.</summary>
    public string? Language { get; init; }

    /// <summary>The rep's own language, which is tried first; its region counts too.</summary>
    public string RepLanguage { get; init; } = "en";

    public WorkingHours Hours { get; init; } = WorkingHours.Usual;
}
