using CoachBot.Channels.LocalChat;
using CoachBot.Channels.Turns;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.MyData;

/// <summary>
/// Ends what <see cref="Erasure"/> has begun, also after a crash: once the last word is sent, the conversation's last rows
/// go, and then what was deleted is overwritten on the disk.
/// </summary>
internal sealed class Erasing(IDbContextFactory<CoachDatabase> databases, DatabaseEngine engine, DatabaseClock clock, ChatConversations page, Outbox outbox, TurnLimits limits, ILogger<Erasing> log) : BackgroundService
{
    private const int MostAtOnce = 100;

    /// <summary>Waits until what was being sent when everything was deleted has gone out, for as long as a lease lasts: after that nobody begins a send any more.</summary>
    public Task NothingUnderWayAsync(IReadOnlyList<long> rows, CancellationToken cancellationToken) => rows.Count == 0
        ? Task.CompletedTask
        : outbox.WaitWhileAsync(database => database.Outbox.AnyAsync(o => rows.Contains(o.Id) && o.Status != OutboxStatus.Sent, cancellationToken), cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
            {
                // It stays noted, and is tried again.
                log.LogError("Deleting the rest of somebody's data failed with {Error}", failed.GetType().FullName);
            }

            await Task.Delay(limits.LookAround, stoppingToken).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var noted = await database.Erasures.AsNoTracking().OrderBy(e => e.Id).Take(MostAtOnce).ToListAsync(cancellationToken);
        var gone = false;
        foreach (var rest in noted)
            gone |= rest.Conversation.Length == 0 || await EndAsync(rest, cancellationToken);
        if (!gone)
            return;
        await engine.OverwriteDeletedAsync(database, cancellationToken);
        var (first, last) = noted.Count > 0 ? (noted[0].Id, noted[^1].Id) : (0, 0);
        using var writer = await engine.WriterAsync(cancellationToken);
        await database.Erasures.Where(e => e.Conversation == "" && e.Id >= first && e.Id <= last).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<bool> EndAsync(ErasureRow rest, CancellationToken cancellationToken)
    {
        var (conversation, lastIn, lastOut, now) = (rest.Conversation, rest.LastIn, rest.LastOut, clock.Now.ToUnixTimeMilliseconds());
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using (await engine.WriterAsync(cancellationToken))
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            // The conversation before its messages: whoever takes a message in meanwhile waits, and finds it gone.
            var free = await database.Database.ExecuteSqlAsync($"UPDATE conversations SET token = token + 1 WHERE key = {conversation} AND leased_until < {now}", cancellationToken) == 1
                || !await database.Conversations.AnyAsync(c => c.Key == conversation, cancellationToken);
            if (!free || await database.Outbox.AnyAsync(o => o.Conversation == conversation && o.Id <= lastOut && o.Status < OutboxStatus.Sent, cancellationToken))
                return false;
            await database.Inbox.Where(i => i.Conversation == conversation && i.Id <= lastIn).ExecuteDeleteAsync(cancellationToken);
            await database.Outbox.Where(o => o.Conversation == conversation && o.Id <= lastOut).ExecuteDeleteAsync(cancellationToken);
            await database.Conversations.Where(c => c.Key == conversation && !database.Inbox.Any(i => i.Conversation == conversation)).ExecuteDeleteAsync(cancellationToken);
            await database.Erasures.Where(e => e.Id == rest.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.Conversation, ""), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        page.Forget(conversation[(conversation.LastIndexOf('/') + 1)..]);
        return true;
    }
}
