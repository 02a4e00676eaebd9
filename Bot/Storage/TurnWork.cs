using CoachBot.Storage.Tables;

namespace CoachBot.Storage;

/// <summary>
/// What one turn changes and what it wants to send. All of it is written in one transaction when the turn is over, or
/// none of it.
/// </summary>
public sealed class TurnWork(CoachDatabase database, string conversation) : IAsyncDisposable
{
    private static readonly AsyncLocal<TurnWork?> Ambient = new();

    /// <summary>The turn that this asynchronous flow belongs to; null outside of turns.</summary>
    public static TurnWork? Current
    {
        get => Ambient.Value;
        internal set => Ambient.Value = value;
    }

    public CoachDatabase Database { get; } = database;

    public string Conversation { get; } = conversation;

    /// <summary>What goes out once the turn is written, in order.</summary>
    public List<OutboxRow> Outgoing { get; } = [];

    /// <summary>Done in the turn's transaction before anything is written: for what must not be changed by others meanwhile.</summary>
    public List<Func<CoachDatabase, CancellationToken, Task>> First { get; } = [];

    /// <summary>Done in the turn's transaction after everything else: for what has to look at what others have written meanwhile.</summary>
    public List<Func<CoachDatabase, CancellationToken, Task>> Last { get; } = [];

    /// <summary>Done once the turn is written, before anything that it said goes out.</summary>
    public List<Func<CancellationToken, Task>> Written { get; } = [];

    /// <summary>A promise is made in this turn, or the rep wants quiet: what is said from here on waits until nothing about these customers, as <see cref="OutboxRow.After"/> names them, is under way.</summary>
    public (string Person, string After)? Promised { get; set; }

    /// <exception cref="InvalidOperationException">There is no turn under way.</exception>
    public static TurnWork Require() => Current ?? throw new InvalidOperationException("This is done in a turn only: it is written together with what the turn changes.");

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
