namespace CoachBot.Storage.Tables;

public enum OutboxStatus
{
    Waiting,

    /// <summary>Somebody is about to send it, or was when they died.</summary>
    Sending,

    Sent,

    /// <summary>The channel does not take it, or not in time; it is not tried again.</summary>
    GivenUp,

    /// <summary>Taken back before it was sent.</summary>
    Withdrawn,
}

public enum OutboxKind
{
    Send,
    Update,
    Delete,
}

/// <summary>Something that a turn wants to send, written with what the turn changed and sent after, in its conversation's order.</summary>
public sealed class OutboxRow
{
    public long Id { get; init; }

    public required string Conversation { get; init; }

    /// <summary>The id that the turn knows it by, before the channel has given one.</summary>
    public required string Mark { get; init; }

    public OutboxKind Kind { get; init; }

    /// <summary>For an update or a deletion, the id of what is changed: the channel's, or the mark of another row.</summary>
    public string? Target { get; init; }

    /// <summary>For what nobody asked for, whose customers it is about, their keys one a line; both null otherwise. Where a promise stands it is not sent.</summary>
    public string? Person { get; init; }

    public string? About { get; init; }

    /// <summary>For the word that a promise is kept, or that the rep has quiet: the customers of <see cref="Person"/> about whom nothing may be under way when it is said.</summary>
    public string? After { get; init; }

    /// <summary>In <see cref="After"/>: nothing unasked at all may be under way.</summary>
    public const string Anybody = "*";

    /// <summary>Whether a row is about one of these customers, as <see cref="About"/> and <see cref="After"/> name them.</summary>
    public static bool IsAbout(string about, string customers) =>
        customers == Anybody || about.Split('\n').Intersect(customers.Split('\n'), StringComparer.Ordinal).Any();

    public OutboxStatus Status { get; set; }

    /// <summary>The activity as JSON; emptied once it is sent.</summary>
    public required string Body { get; set; }

    public int Attempts { get; set; }

    /// <summary>How many attempts ended so that nobody knows whether the channel took it.</summary>
    public int Ambiguous { get; set; }

    /// <summary>The last HTTP status; 0 where no answer came.</summary>
    public int LastStatus { get; set; }

    public DateTimeOffset Created { get; init; }

    /// <summary>Not before this time.</summary>
    public DateTimeOffset Due { get; set; }

    public DateTimeOffset? Sent { get; set; }

    /// <summary>The id that the channel gave it.</summary>
    public string? ChannelsId { get; set; }
}
