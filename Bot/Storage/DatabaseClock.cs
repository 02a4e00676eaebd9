using Microsoft.EntityFrameworkCore;

namespace CoachBot.Storage;

/// <summary>
/// The database's time, by which leases lapse and reminders fall due: read from it now and then, and carried on in
/// between by the time that has passed here. A process that was frozen is behind, never ahead: it takes nothing early.
/// </summary>
public sealed class DatabaseClock
{
    private readonly IDbContextFactory<CoachDatabase> _databases;
    private readonly DatabaseEngine _engine;
    private readonly TimeProvider _time;
    private (DateTimeOffset Read, long Here)? _last;

    internal DatabaseClock(IDbContextFactory<CoachDatabase> databases, DatabaseEngine engine, TimeProvider time) =>
        (_databases, _engine, _time) = (databases, engine, time);

    /// <exception cref="InvalidOperationException">The database's time has not been read yet.</exception>
    public DateTimeOffset Now
    {
        get
        {
            if (_engine is SqliteEngine)
                return _time.GetUtcNow();
            var (read, here) = _last ?? throw new InvalidOperationException("The database's time has not been read yet.");
            return read + _time.GetElapsedTime(here);
        }
    }

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var database = await _databases.CreateDbContextAsync(cancellationToken);
        // Before the question: what the answer took is counted as passed already.
        var here = _time.GetTimestamp();
        _last = (await _engine.ReadTimeAsync(database, cancellationToken), here);
    }
}
