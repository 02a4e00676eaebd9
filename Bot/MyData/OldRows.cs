using System.Linq.Expressions;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CoachBot.MyData;

/// <summary>Deletes the rows of each table that are older than the settings keep them. A promise that stands is kept for good.</summary>
internal sealed class OldRows(IDbContextFactory<CoachDatabase> databases, DatabaseEngine engine, DatabaseClock clock, IOptions<RetentionSettings> kept)
{
    private const int AtOnce = 500;

    public async Task<int> DeleteAsync(CancellationToken cancellationToken)
    {
        var (now, settings) = (clock.Now, kept.Value);
        return await DeleteRecordsAsync(now.AddDays(-settings.Records), cancellationToken)
            + await DeleteMessagesAsync(now.AddDays(-settings.Messages), now.AddDays(-settings.Answers), cancellationToken)
            + await EachAsync(d => d.ExportLinks.Where(l => l.Expires < now), l => l.Hash, (d, keys) => d.ExportLinks.Where(l => keys.Contains(l.Hash)).ExecuteDeleteAsync(cancellationToken), cancellationToken)
            + await EachAsync(d => d.Forgotten.Where(f => f.Until < now), f => f.Hash, (d, keys) => d.Forgotten.Where(f => keys.Contains(f.Hash)).ExecuteDeleteAsync(cancellationToken), cancellationToken)
            + await DeleteConversationsAsync(cancellationToken);
    }

    private async Task<int> DeleteRecordsAsync(DateTimeOffset since, CancellationToken cancel) =>
        await EachAsync(d => d.Readings.Where(r => d.Debriefs.Any(o => o.Id == r.DebriefId && (o.Closed ?? o.Opened) < since)), r => r.Id, (d, ids) => d.Readings.Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(cancel), cancel)
        + await EachAsync(d => d.Debriefs.Where(o => (o.Closed ?? o.Opened) < since), o => o.Id, (d, ids) => d.Debriefs.Where(o => ids.Contains(o.Id)).ExecuteDeleteAsync(cancel), cancel)
        + await EachAsync(d => d.FollowUps.Where(f => (f.Ended ?? f.Due) < since), f => f.Id, (d, ids) => d.FollowUps.Where(f => ids.Contains(f.Id)).ExecuteDeleteAsync(cancel), cancel)
        + await EachAsync(d => d.Feedback.Where(f => f.At < since), f => f.Id, (d, ids) => d.Feedback.Where(f => ids.Contains(f.Id)).ExecuteDeleteAsync(cancel), cancel)
        + await EachAsync(d => d.Promises.Where(p => p.Lifted < since), p => p.Id, (d, ids) => d.Promises.Where(p => ids.Contains(p.Id)).ExecuteDeleteAsync(cancel), cancel)
        + await EachAsync(d => d.PromiseEvents.Where(e => e.At < since && !d.Promises.Any(p => p.Person == e.Person && p.Customer == e.Customer)), e => e.Id, (d, ids) => d.PromiseEvents.Where(e => ids.Contains(e.Id)).ExecuteDeleteAsync(cancel), cancel)
        // A customer of whom nothing is known any more.
        + await EachAsync(d => d.Customers.Where(c => c.FirstSeen < since && !d.Debriefs.Any(o => o.Person == c.Person && o.Customer == c.Key) && !d.FollowUps.Any(f => f.Person == c.Person && f.Customer == c.Key)), c => c.Id, (d, ids) => d.Customers.Where(c => ids.Contains(c.Id)).ExecuteDeleteAsync(cancel), cancel);

    private async Task<int> DeleteMessagesAsync(DateTimeOffset since, DateTimeOffset answeredSince, CancellationToken cancel) =>
        await EachAsync(d => d.Inbox.Where(i => i.Status != InboxStatus.Waiting && i.Received < since), i => i.Id, (d, ids) => d.Inbox.Where(i => ids.Contains(i.Id)).ExecuteDeleteAsync(cancel), cancel)
        + await EachAsync(d => d.Outbox.Where(o => o.Status >= OutboxStatus.Sent && o.Created < since), o => o.Id, (d, ids) => d.Outbox.Where(o => ids.Contains(o.Id)).ExecuteDeleteAsync(cancel), cancel)
        + await EachAsync(d => d.Inbox.Where(i => i.Answer != null && i.Answer != "" && i.Done < answeredSince), i => i.Id, (d, ids) => d.Inbox.Where(i => ids.Contains(i.Id)).ExecuteUpdateAsync(set => set.SetProperty(i => i.Answer, ""), cancel), cancel);

    // Of which nothing is known any more, and which nobody is to be reached in. It is known again with its next message.
    private Task<int> DeleteConversationsAsync(CancellationToken cancellationToken) => EachAsync(
        d => d.Conversations.Where(c => c.LeasedUntil < clock.Now && !d.Inbox.Any(i => i.Conversation == c.Key) && !d.Outbox.Any(o => o.Conversation == c.Key) && !d.People.Any(p => p.Conversation == c.Key) && !d.FollowUps.Any(f => f.Conversation == c.Key)),
        c => c.Key,
        async (d, keys) =>
        {
            // The conversation before its messages: whoever takes a message in meanwhile waits, and finds it gone.
            await d.Conversations.Where(c => keys.Contains(c.Key)).ExecuteUpdateAsync(set => set.SetProperty(c => c.Token, c => c.Token + 1), cancellationToken);
            return await d.Conversations.Where(c => keys.Contains(c.Key) && !d.Inbox.Any(i => i.Conversation == c.Key)).ExecuteDeleteAsync(cancellationToken);
        },
        cancellationToken);

    private async Task<int> EachAsync<TRow, TKey>(
        Func<CoachDatabase, IQueryable<TRow>> which, Expression<Func<TRow, TKey>> key, Func<CoachDatabase, List<TKey>, Task<int>> change, CancellationToken cancellationToken)
    {
        var changed = 0;
        while (true)
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var some = await which(database).Select(key).Take(AtOnce).ToListAsync(cancellationToken);
            if (some.Count == 0)
                return changed;
            using var writer = await engine.WriterAsync(cancellationToken);
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            var now = await change(database, some);
            await transaction.CommitAsync(cancellationToken);
            changed += now;
            // What somebody else has kept or taken meanwhile: tomorrow again.
            if (now == 0)
                return changed;
        }
    }
}
