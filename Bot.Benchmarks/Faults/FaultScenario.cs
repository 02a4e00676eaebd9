namespace CoachBot.Benchmarks.Faults;

/// <summary>One way to disturb the program while people talk to it.</summary>
/// <param name="Name">As on the command line.</param>
/// <param name="Replicas">0 is SQLite's one process; otherwise so many on PostgreSQL.</param>
/// <param name="Share">Of all conversations, in thousandths.</param>
/// <param name="Habits">What people do beside.</param>
/// <param name="DisturbAsync">Disturbs until it is told that everybody is done.</param>
internal sealed record FaultScenario(string Name, int Replicas, int Share, Habits Habits, Func<FaultStage, Task>? DisturbAsync = null)
{
    /// <summary>People at one time.</summary>
    public int AtOnce { get; init; } = 24;

    /// <summary>What the connector does, by a seeded die and how often the same send has been seen.</summary>
    public Func<Random, int, Fate>? Connector { get; init; }

    /// <summary>Its figures are no part of the sum: nothing in it waits for the program to be ready. It runs from 1,000 conversations on, or when it is asked for.</summary>
    public bool Apart { get; init; }

    public bool SmallDisk { get; init; }

    /// <summary>It crashes the server, so it has one of its own.</summary>
    public bool OwnServer { get; init; }

    /// <summary>Everybody tells all 15 lines; otherwise every third person does, and the others the first five.</summary>
    public bool Whole { get; init; }
}

/// <summary>What a disturber works on.</summary>
/// <param name="Fleet">The program.</param>
/// <param name="Postgres">Its server, where it has one.</param>
/// <param name="Folder">Where SQLite's file is.</param>
/// <param name="Step">Grows with fewer conversations: not every point is tried then.</param>
/// <param name="Done">Everybody has told everything.</param>
internal sealed record FaultStage(Fleet Fleet, PostgresProcess? Postgres, string Folder, int Step, CancellationToken Done)
{
    /// <summary>Conversations go on until this is said, however many there were to be.</summary>
    public TaskCompletionSource Enough { get; } = new();

    /// <summary>The points at which processes killed themselves.</summary>
    public SortedDictionary<string, int> Points { get; } = new(StringComparer.Ordinal);

    public Task PauseAsync(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), Done).ContinueWith(static _ => { }, TaskScheduler.Default);
}
