using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoachBot.Tests.Channels.Turns;

/// <summary>When a call of the database fails: before anything is done, or when it is done and only the word of it is missing.</summary>
public enum Fails
{
    Before,
    After,
}

/// <summary>Lets the n-th call of the database fail, counted from when it is armed: statements, beginnings and ends of transactions.</summary>
internal sealed class NthCall(Fails how, Func<Exception> error) : DbCommandInterceptor, IDbTransactionInterceptor
{
    /// <summary>Stands at the head of what a test itself asks: that does not count.</summary>
    public const string Mine = "asked by the test";

    // The program looks around at its own pace: what it asks then would move the others' numbers. And where the list of
    // promises cannot be read, the coach says less instead of trying again: A_promised_customer has the tests of that.
    private static readonly string[] Uncounted = [Mine, "UNION", "clock_timestamp", "FROM \"promises\"", "FROM promises"];

    private int _left;

    /// <summary>How many calls have failed.</summary>
    public int Failed { get; private set; }

    public void Arm(int nth) => Volatile.Write(ref _left, nth);

    public void Disarm() => Arm(0);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        Pass(Fails.Before, command.CommandText, result);

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        try
        {
            return await Pass(Fails.After, command.CommandText, result);
        }
        catch (DbException)
        {
            await result.DisposeAsync();
            throw;
        }
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        Pass(Fails.Before, command.CommandText, result);

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        Pass(Fails.After, command.CommandText, result);

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
        Pass(Fails.Before, "BEGIN", result);

    public ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        Pass(Fails.Before, "COMMIT", result);

    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        await Pass(Fails.After, "COMMIT", 0);

    private ValueTask<T> Pass<T>(Fails at, string sql, T result)
    {
        if (at != how || Volatile.Read(ref _left) <= 0 || Uncounted.Any(u => sql.Contains(u, StringComparison.Ordinal)) || Interlocked.Decrement(ref _left) != 0)
            return ValueTask.FromResult(result);
        Failed++;
        throw error();
    }
}
