namespace CoachBot.Storage.Tables;

/// <summary>A rep: how to reach them unasked, and when that is welcome.</summary>
public sealed class PersonRow
{
    /// <summary>Channel, tenant and the channel's id of the person.</summary>
    public required string Key { get; init; }

    public required string Tenant { get; init; }

    /// <summary>The personal conversation that reminders go to; null while there is none.</summary>
    public string? Conversation { get; set; }

    public string? Language { get; set; }

    /// <summary>An IANA id; null until the channel or the person has told it.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Minutes after midnight, of the person's time.</summary>
    public int WorksFrom { get; set; }

    public int WorksTo { get; set; }

    /// <summary>A bit for each day of the week, Sunday the lowest.</summary>
    public int WorksOn { get; set; }

    /// <summary>They said "stop messages": nothing unasked until they say otherwise.</summary>
    public bool Stopped { get; set; }

    public DateTimeOffset? PausedUntil { get; set; }

    /// <summary>When the last message went out that they had not asked for.</summary>
    public DateTimeOffset? LastUnasked { get; set; }

    public DateTimeOffset FirstSeen { get; init; }

    public DateTimeOffset LastSeen { get; set; }
}
