using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace CoachBot.Benchmarks.Promises;

/// <summary>
/// Breaks one running program at its calls of the database: now and then one fails, before it is done or when only the
/// word of it is missing; and from one of them on, when it is to die, all of them, as if it had been killed there.
/// </summary>
internal sealed class Breakage(bool onPostgres, double rate, int seed) : DbCommandInterceptor, IDbTransactionInterceptor
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private int _callsLeft = -1;
    private volatile bool _dead;

    public int Failed { get; private set; }

    public bool IsDead => _dead;

    /// <summary>Lets it die at one of its next calls.</summary>
    public void DieSoon()
    {
        lock (_lock)
            _callsLeft = _random.Next(1, 60);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => Pass(result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => Pass(result);

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) => Pass(result);

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) => Pass(result);

    public ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => Pass(result);

    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) => await Pass(0);

    private ValueTask<T> Pass<T>(T result)
    {
        lock (_lock)
        {
            _dead |= _callsLeft > 0 && --_callsLeft == 0;
            if (!_dead && _random.NextDouble() >= rate)
                return ValueTask.FromResult(result);
            Failed++;
        }

        throw onPostgres ? new NpgsqlException("broken on purpose", new IOException("broken on purpose")) : new SqliteException("broken on purpose", 5);
    }
}
