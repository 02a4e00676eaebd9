namespace CoachBot.Storage.Tables;

/// <summary>What a rep thought of something that a language model wrote.</summary>
public sealed class FeedbackRow
{
    public long Id { get; init; }

    public required string Person { get; init; }

    public bool Liked { get; init; }

    public required string Text { get; init; }

    public DateTimeOffset At { get; init; }
}
