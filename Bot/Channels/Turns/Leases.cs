using CoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Channels.Turns;

/// <summary>Takes, prolongs and gives back the leases of conversations, by the database's clock.</summary>
internal sealed class Leases(IDbContextFactory<CoachDatabase> databases, DatabaseEngine engine, DatabaseClock clock, TurnLimits limits, TimeProvider time)
{
    private readonly string _node = $"{Environment.MachineName}/{Environment.ProcessId}/{System.Security.Cryptography.RandomNumberGenerator.GetHexString(8, lowercase: true)}";
    private bool _deadEnded = engine is not SqliteEngine;

    /// <summary>A file of SQLite has one process only: who held a lease before this one began is dead, and nobody has to wait for its end.</summary>
    public async Task EndThoseOfTheDeadAsync(CancellationToken cancellationToken)
    {
        if (_deadEnded)
            return;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var writer = await engine.WriterAsync(cancellationToken);
        await database.Conversations.Where(c => c.Holder != null && c.Holder != _node)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.LeasedUntil, DateTimeOffset.UnixEpoch).SetProperty(c => c.Holder, (string?)null), cancellationToken);
        _deadEnded = true;
    }

    /// <summary>The lease, or null while somebody else has it.</summary>
    public async Task<ConversationLease?> TryTakeAsync(string conversation, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var writer = await engine.WriterAsync(cancellationToken);
        var (now, until) = (clock.Now.ToUnixTimeMilliseconds(), (clock.Now + limits.Lease).ToUnixTimeMilliseconds());
        var taken = await database.Database.SqlQuery<long>(
            $"UPDATE conversations SET token = token + 1, holder = {_node}, leased_until = {until} WHERE key = {conversation} AND leased_until < {now} RETURNING token AS \"Value\"")
            .ToListAsync(cancellationToken);
        return taken is [var token] ? new ConversationLease(conversation, token, time, limits.Lease) : null;
    }

    public async Task ProlongAsync(ConversationLease lease, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var writer = await engine.WriterAsync(cancellationToken);
        await lease.HoldAsync(database, clock.Now, opens: false, cancellationToken);
    }

    public async Task GiveBackAsync(ConversationLease lease, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var writer = await engine.WriterAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync($"UPDATE conversations SET leased_until = 0, holder = NULL, token = token + 1 WHERE key = {lease.Conversation} AND token = {lease.Token}", cancellationToken);
    }
}
