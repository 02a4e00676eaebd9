namespace CoachBot.Storage.Tables;

/// <summary>What came of a message that was taken in.</summary>
public enum InboxStatus
{
    Waiting,
    Done,

    /// <summary>It failed at every try and is left alone; the person was told.</summary>
    Parked,
}

/// <summary>An activity that a channel handed over: acknowledged once it stands here, worked on after, once.</summary>
public sealed class InboxRow
{
    public long Id { get; init; }

    public required string Conversation { get; init; }

    public required string ActivityId { get; init; }

    /// <summary>For a press on a card, its nonce and what it carried, hashed: a press that comes again under another id is the same press.</summary>
    public string? Press { get; init; }

    public InboxStatus Status { get; set; }

    /// <summary>The activity as JSON; emptied once it is worked on.</summary>
    public required string Body { get; set; }

    /// <summary>The body of the HTTP answer, as JSON, where the channel waits for one; emptied after a day.</summary>
    public string? Answer { get; set; }

    public int Tries { get; set; }

    public DateTimeOffset Received { get; init; }

    public DateTimeOffset? Done { get; set; }
}
