namespace CoachBot.Storage.Tables;

public enum FollowUpKind
{
    /// <summary>Agreed with the customer.</summary>
    Agreed,

    /// <summary>Agreed with nobody: the rep alone looks whether something has changed.</summary>
    LookAgain,
}

public enum FollowUpStatus
{
    Planned,

    /// <summary>The rep has been reminded, and has not said how it went.</summary>
    Reminded,
    Done,
    Dropped,

    /// <summary>Taken back, because the customer asked for no contact.</summary>
    Withdrawn,
}

/// <summary>A date to come back at, and what came of it.</summary>
public sealed class FollowUpRow
{
    public long Id { get; init; }

    public required string Person { get; init; }

    public required string Conversation { get; init; }

    /// <summary>The number of the debrief that it comes from.</summary>
    public int Debrief { get; init; }

    /// <summary>The customer's key; null where the rep would not say.</summary>
    public string? Customer { get; set; }

    public required string Name { get; init; }

    public required string Offer { get; init; }

    public FollowUpKind Kind { get; init; }

    public FollowUpStatus Status { get; set; }

    /// <summary>When the rep is reminded.</summary>
    public DateTimeOffset Due { get; set; }

    /// <summary>The date as it was understood, in the rep's own time: 2026-06-03 or 2026-06-03T09:00.</summary>
    public required string Agreed { get; set; }

    /// <summary>The date in the rep's own words.</summary>
    public required string Said { get; set; }

    public DateTimeOffset Planned { get; init; }

    public DateTimeOffset? Asked { get; set; }

    /// <summary>The reminder's row in the outbox.</summary>
    public string? Mark { get; set; }

    public int Snoozes { get; set; }

    public string? Outcome { get; set; }

    public DateTimeOffset? Ended { get; set; }
}
