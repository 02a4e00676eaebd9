using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CoachBot.MyData;

/// <summary>Goes through the drawers of state and takes out the cases that were told too long ago, one by one.</summary>
internal sealed class OldWords(IDbContextFactory<CoachDatabase> databases, DatabaseEngine engine, DatabaseClock clock, IOptions<RetentionSettings> kept)
{
    private const int AtOnce = 100;

    public async Task<int> DeleteAsync(CancellationToken cancellationToken)
    {
        var (since, changed) = (clock.Now.AddDays(-kept.Value.Words), 0);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var keys in (await database.State.Select(s => s.Key).ToListAsync(cancellationToken)).Chunk(AtOnce).Select(c => c.ToList()))
        {
            foreach (var drawer in await database.State.AsNoTracking().Where(s => keys.Contains(s.Key)).ToListAsync(cancellationToken))
            {
                if (CaseAges.WithoutOlder(drawer.Value, since, await IsAwayAsync(database, drawer.Key, since, cancellationToken)) is { } rest)
                    changed += await WriteAsync(database, drawer, rest, cancellationToken);
            }
        }

        return changed;
    }

    // Only over what was read: who is there meanwhile is not disturbed, and it is looked at again tomorrow.
    private async Task<int> WriteAsync(CoachDatabase database, StoredState read, string rest, CancellationToken cancellationToken)
    {
        var (key, version, next) = (read.Key, read.Version, Random.Shared.NextInt64(1, long.MaxValue));
        var mine = database.State.Where(s => s.Key == key && s.Version == version);
        using var writer = await engine.WriterAsync(cancellationToken);
        return rest.Length == 0
            ? await mine.ExecuteDeleteAsync(cancellationToken)
            : await mine.ExecuteUpdateAsync(set => set.SetProperty(s => s.Value, rest).SetProperty(s => s.Version, next), cancellationToken);
    }

    private static async Task<bool> IsAwayAsync(CoachDatabase database, string stateKey, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var person = PersonKey.OfState(stateKey);
        return !await database.People.AnyAsync(p => p.Key == person && p.LastSeen >= since, cancellationToken);
    }
}
