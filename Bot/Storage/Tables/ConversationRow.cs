namespace CoachBot.Storage.Tables;

/// <summary>A conversation: where it is reached, and who works on it at present.</summary>
public sealed class ConversationRow
{
    /// <summary>Channel, tenant and the channel's id of the conversation.</summary>
    public required string Key { get; init; }

    /// <summary>Counts every taking of the lease: what was begun under a lower one may not be written any more.</summary>
    public long Token { get; set; }

    public string? Holder { get; set; }

    public DateTimeOffset LeasedUntil { get; set; }

    /// <summary>The newest conversation reference that the channel's own, validated activities gave, as JSON.</summary>
    public required string Reference { get; set; }

    /// <summary>Why the channel lets nothing through, by its own word; null while it does.</summary>
    public string? ClosedFor { get; set; }
}
