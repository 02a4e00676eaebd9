using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CoachBot.MyData;

/// <summary>
/// Deletes what is older than the settings say, once a day and at the start if that day was missed, a few rows at a time so
/// that nobody waits for it to write. Several processes may do it at once: what is gone is gone.
/// </summary>
internal sealed class Retention(
    IDbContextFactory<CoachDatabase> databases, DatabaseEngine engine, DatabaseClock clock, OldRows old, OldWords words, Erasure erasure, IOptions<RetentionSettings> kept, ILogger<Retention> log)
{
    private const string Chore = "retention";

    public async Task EnforceIfDueAsync(CancellationToken cancellationToken)
    {
        var (now, due) = (clock.Now, LastDue(clock.Now));
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Chores.AnyAsync(c => c.Name == Chore && c.Done >= due, cancellationToken))
            return;
        var deleted = await EnforceAsync(cancellationToken);
        using (await engine.WriterAsync(cancellationToken))
        {
            // Overwritten on the disk by Erasing, which tries until it can.
            if (deleted > 0)
                database.Erasures.Add(new ErasureRow { Conversation = "" });
            await database.SaveChangesAsync(cancellationToken);
            await database.Database.ExecuteSqlAsync($"INSERT INTO chores (name, done) VALUES ({Chore}, {now.ToUnixTimeMilliseconds()}) ON CONFLICT (name) DO UPDATE SET done = excluded.done", cancellationToken);
        }

        log.LogInformation("{Count} rows were older than the settings keep them, and were deleted", deleted);
    }

    private async Task<int> EnforceAsync(CancellationToken cancellationToken) =>
        await ForgetPeopleAsync(cancellationToken) + await words.DeleteAsync(cancellationToken) + await old.DeleteAsync(cancellationToken);

    private async Task<int> ForgetPeopleAsync(CancellationToken cancellationToken)
    {
        var since = clock.Now.AddDays(-kept.Value.People);
        var forgotten = 0;
        while (true)
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            using var writer = await engine.WriterAsync(cancellationToken);
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            if (await database.People.Where(p => p.LastSeen < since).OrderBy(p => p.LastSeen).Select(p => p.Key).FirstOrDefaultAsync(cancellationToken) is not { } away)
                return forgotten;
            await PersonLock.TakeAsync(database, away, cancellationToken);
            await erasure.EraseAsync(database, new PersonKey(away), own: null, [], cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            forgotten++;
        }
    }

    private DateTimeOffset LastDue(DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) + kept.Value.Time.ToTimeSpan();
        return today <= now ? today : today.AddDays(-1);
    }
}
