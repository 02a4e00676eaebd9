namespace CoachBot.Storage.Tables;

/// <summary>A conversation whose person had everything deleted, and of which something is left to delete: its last messages, until the last word is sent.</summary>
public sealed class ErasureRow
{
    public long Id { get; init; }

    /// <summary>Its key; empty when everything is deleted and only the place on the disk is left to be overwritten.</summary>
    public required string Conversation { get; set; }

    /// <summary>The last row of the inbox that goes; what comes later is a new beginning.</summary>
    public long LastIn { get; init; }

    /// <summary>The last row of the outbox that goes.</summary>
    public long LastOut { get; init; }
}
