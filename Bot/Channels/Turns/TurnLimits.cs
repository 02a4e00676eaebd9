namespace CoachBot.Channels.Turns;

/// <summary>How much and how long one turn may take.</summary>
public sealed record TurnLimits
{
    public int BodyBytes { get; init; } = 256 * 1024;

    /// <summary>For the whole body to arrive.</summary>
    public TimeSpan Body { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For the coach to finish what it began.</summary>
    public TimeSpan Turn { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For a press on a card to be answered; after that, what takes the card's place is sent. A channel waits 5 s.</summary>
    public TimeSpan Invoke { get; init; } = TimeSpan.FromSeconds(4.4);

    /// <summary>On top of that, for the answer's way back.</summary>
    public TimeSpan InvokeGrace { get; init; } = TimeSpan.FromSeconds(0.4);

    /// <summary>How long the right to a conversation lasts without being prolonged.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a process looks for what another one has left behind.</summary>
    public TimeSpan LookAround { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>When the program stops, for everything that is queued to be worked on.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>After that, for what is under way to be finished; the rest is handed back.</summary>
    public TimeSpan HandBack { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Conversations that one process works on at one time.</summary>
    public int TurnsAtOnce { get; init; } = 64;
}
