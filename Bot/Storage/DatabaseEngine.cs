using Microsoft.EntityFrameworkCore;

namespace CoachBot.Storage;

/// <summary>What differs between SQLite and PostgreSQL: how to open it, whose clock counts, and how many may write at once.</summary>
internal abstract class DatabaseEngine
{
    /// <summary>The folder of its migrations.</summary>
    public abstract string Name { get; }

    public abstract void Use(DbContextOptionsBuilder options);

    /// <summary>Makes ready what has to be there before the first connection; done once, before the migrations.</summary>
    /// <exception cref="IOException">It cannot be used; the message names the setting and what to do.</exception>
    public abstract Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Lets one node apply migrations at a time, in the transaction that is open.</summary>
    public abstract Task LockForMigrationAsync(CoachDatabase database, CancellationToken cancellationToken);

    /// <summary>The database's own time. PostgreSQL serves many nodes, whose clocks may differ; SQLite's is this process's.</summary>
    public abstract Task<DateTimeOffset> ReadTimeAsync(CoachDatabase database, CancellationToken cancellationToken);

    /// <summary>Holds a person's row until the transaction ends; false where somebody else has it, or there is none.</summary>
    public abstract Task<bool> TryLockPersonAsync(CoachDatabase database, string person, CancellationToken cancellationToken);

    /// <summary>Overwrites what was deleted where it still stands on the disk, as far as that is ours to do. Not in a transaction.</summary>
    /// <exception cref="TimeoutException">Somebody has been reading for too long; try again later.</exception>
    public abstract Task OverwriteDeletedAsync(CoachDatabase database, CancellationToken cancellationToken);

    /// <summary>Waits until this process may write; disposing it lets the next one.</summary>
    public abstract ValueTask<IDisposable> WriterAsync(CancellationToken cancellationToken);
}
