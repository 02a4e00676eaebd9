using CoachBot.Storage;
using CoachBot.Storage.Tables;
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
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.LeasedUntil, DateTimeOffset.UnixEpoch), cancellationToken);
        _deadEnded = true;
    }

    /// <summary>The lease, or null while somebody else has it.</summary>
    public async Task<ConversationLease?> TryTakeAsync(string conversation, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var writer = await engine.WriterAsync(cancellationToken);
        var (now, until) = (clock.Now.ToUnixTimeMilliseconds(), (clock.Now + limits.Lease).ToUnixTimeMilliseconds());
        var taken = await database.Database.SqlQuery<long>(
            $"UPDATE conversations SET token = token + 1, holder = {_node}, leased_until = {until} WHERE key = {conversation} AND leased_until < {now} AND (holder IS NULL OR holder = {_node}) RETURNING token AS \"Value\"")
            .ToListAsync(cancellationToken);
        var token = taken is [var given] ? given : await TakeOverAsync(database, conversation, now, until, cancellationToken);
        return token is { } mine ? new ConversationLease(conversation, mine, time, limits.Lease) : null;
    }

    // Whoever did not give it back died at it, and perhaps of it: what was in hand then has had a try.
    private async Task<long?> TakeOverAsync(CoachDatabase database, string conversation, long now, long until, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var taken = await database.Database.SqlQuery<long>(
            $"UPDATE conversations SET token = token + 1, holder = {_node}, leased_until = {until} WHERE key = {conversation} AND leased_until < {now} AND holder <> {_node} RETURNING token AS \"Value\"")
            .ToListAsync(cancellationToken);
        if (taken is not [var token])
            return null;
        await database.Database.ExecuteSqlAsync(
            $"UPDATE inbox SET tries = tries + 1 WHERE id = (SELECT min(id) FROM inbox WHERE conversation = {conversation} AND status = 0) AND NOT EXISTS (SELECT 1 FROM outbox WHERE conversation = {conversation} AND status = {(int)OutboxStatus.Sending})",
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return token;
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
