namespace CoachBot.Storage.Tables;

/// <summary>A customer who asked a rep for no contact: nothing of ours proposes contacting them while it stands.</summary>
public sealed class PromiseRow
{
    public long Id { get; init; }

    public required string Person { get; init; }

    /// <summary>The customer's key.</summary>
    public required string Customer { get; init; }

    /// <summary>The alias as the rep typed it.</summary>
    public required string Name { get; init; }

    public DateTimeOffset Made { get; init; }

    public DateTimeOffset? Lifted { get; set; }

    /// <summary>The day on which the customer came back by themselves, as the rep told it.</summary>
    public string? LiftedOn { get; set; }

    /// <summary>The customer's own later words, as the rep told them.</summary>
    public string? LiftedBy { get; set; }
}

public enum PromiseEvent
{
    Made,
    Lifted,

    /// <summary>The rep was asked, and said that it is the same customer.</summary>
    SaidTheSame,

    /// <summary>The rep was asked, and said that it is another, named by a second word.</summary>
    SaidAnother,

    /// <summary>It was missing in the database and was put back from the log beside it.</summary>
    PutBack,
}

/// <summary>Everything that ever happened to a promise; only added to.</summary>
public sealed class PromiseEventRow
{
    public long Id { get; init; }

    public required string Person { get; init; }

    public required string Customer { get; init; }

    /// <summary>The customer who was told apart from the promised one.</summary>
    public string? Other { get; init; }

    public PromiseEvent What { get; init; }

    public DateTimeOffset At { get; init; }
}
