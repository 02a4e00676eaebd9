namespace CoachBot.Storage.Tables;

/// <summary>A debrief: what it was about and what came of it. The words that were told stay in the person's own state.</summary>
public sealed class DebriefRow
{
    public long Id { get; init; }

    public required string Person { get; init; }

    public required string Conversation { get; init; }

    /// <summary>Counts a person's cases in a conversation from 1.</summary>
    public int Number { get; init; }

    /// <summary>The customer's key; null where the rep would not say.</summary>
    public string? Customer { get; set; }

    public required string Offer { get; set; }

    public required string Channel { get; set; }

    public int Noes { get; set; }

    /// <summary>The next step and the reason that stood in the end, by the method's keys.</summary>
    public string? Step { get; set; }

    public string? Reason { get; set; }

    public bool Won { get; set; }

    public DateTimeOffset Opened { get; init; }

    public DateTimeOffset? Closed { get; set; }

    public List<ReadingRow> Readings { get; } = [];
}

/// <summary>How one round of a debrief was read, what the rep said to it, had guessed, and meant to do.</summary>
public sealed class ReadingRow
{
    public long Id { get; init; }

    public long DebriefId { get; init; }

    /// <summary>Counts the rounds of a case from 0.</summary>
    public int Round { get; init; }

    public required string Step { get; set; }

    public required string Reason { get; set; }

    /// <summary>From 0 to 1.</summary>
    public double Confidence { get; set; }

    /// <summary>Whether a language model gave its opinion; null where there is none.</summary>
    public bool? SecondOpinion { get; set; }

    /// <summary>What the rep said it was instead; null where the reading fitted.</summary>
    public string? CorrectedStep { get; set; }

    public string? CorrectedReason { get; set; }

    /// <summary>The rep's own guess before the reading, by its option's key.</summary>
    public string? Guess { get; set; }

    public string? Commitment { get; set; }

    /// <summary>How it went when the rep came back to it; null while that is not known.</summary>
    public string? Outcome { get; set; }

    public DateTimeOffset At { get; set; }
}
