using System.Globalization;
using System.Text;
using CoachBot.Storage.Tables;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Storage;

/// <summary>
/// Bot state in the database. What was read is written back only over the version that was read (eTag). Within a turn
/// nothing is written before the turn is over: it goes with everything else that the turn changed.
/// </summary>
public sealed class DatabaseStorage : IStorage
{
    private const string ETag = "eTag", AnyVersion = "*";

    private readonly IDbContextFactory<CoachDatabase> _databases;
    private readonly DatabaseEngine _engine;
    private readonly StateJson _json;

    internal DatabaseStorage(IDbContextFactory<CoachDatabase> databases, DatabaseEngine engine, StateJson json) =>
        (_databases, _engine, _json) = (databases, engine, json);

    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (TurnWork.Current is { } turn)
            return Items(await FoundAsync(turn.Database, keys, cancellationToken));
        await using var database = await _databases.CreateDbContextAsync(cancellationToken);
        return Items(await FoundAsync(database, keys, cancellationToken));
    }

    /// <exception cref="StateConflictException">One of the values was read at a version that is no longer there; within a turn this is found when the turn is written.</exception>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return ChangeAsync(changes.Count, async (database, cancel) =>
        {
            foreach (var (key, value) in changes)
                await StageAsync(database, key, value, cancel);
        }, cancellationToken);
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return ChangeAsync(keys.Length, async (database, cancel) =>
            database.State.RemoveRange(await FoundAsync(database, keys, cancel)), cancellationToken);
    }

    private async Task ChangeAsync(int count, Func<CoachDatabase, CancellationToken, Task> change, CancellationToken cancellationToken)
    {
        if (count == 0)
            return;
        if (TurnWork.Current is { } turn)
        {
            await change(turn.Database, cancellationToken);
            return;
        }

        await using var database = await _databases.CreateDbContextAsync(cancellationToken);
        using var writer = await _engine.WriterAsync(cancellationToken);
        await change(database, cancellationToken);
        await StateConflictException.WhenAsync(() => database.SaveChangesAsync(cancellationToken));
    }

    // What the turn has staged is what it reads again.
    private static async Task<List<StoredState>> FoundAsync(CoachDatabase database, string[] keys, CancellationToken cancellationToken)
    {
        List<StoredState> found = [.. database.State.Local.Where(s => keys.Contains(s.Key))];
        string[] others = [.. keys.Except(found.Select(s => s.Key))];
        if (others.Length == 1)
        {
            var key = others[0];
            if (await database.State.FirstOrDefaultAsync(s => s.Key == key, cancellationToken) is { } one)
                found.Add(one);
        }
        else if (others.Length > 1)
        {
            found.AddRange(await database.State.Where(s => others.Contains(s.Key)).ToListAsync(cancellationToken));
        }

        return [.. found.Where(s => database.Entry(s).State != EntityState.Deleted)];
    }

    private async Task StageAsync(CoachDatabase database, string key, object value, CancellationToken cancellationToken)
    {
        var json = Json(value);
        var follows = Follows(key, value);
        var version = NewVersion();
        var known = database.State.Local.FirstOrDefault(s => s.Key == key) ?? await database.State.FirstOrDefaultAsync(s => s.Key == key, cancellationToken);
        if (known is null && follows is not null)
            throw new StateConflictException(key);
        if (known is null)
        {
            database.State.Add(new StoredState { Key = key, Value = json, Version = version });
        }
        else
        {
            if (follows is not null && follows != known.Version)
                throw new StateConflictException(key);
            (known.Value, known.Version) = (json, version);
        }

        // BotState writes the same map again later in the turn: it then follows this version.
        if (value is IDictionary<string, object> { IsReadOnly: false } map)
            map[ETag] = Text(version);
    }

    private Dictionary<string, object> Items(IEnumerable<StoredState> found) =>
        found.ToDictionary(s => s.Key, s => Item(Encoding.UTF8.GetBytes(s.Value), s.Version));

    private object Item(byte[] json, long version)
    {
        var value = _json.Read(json);
        if (value is IDictionary<string, object> map)
            map[ETag] = Text(version);
        else if (value is IStoreItem item)
            item.ETag = Text(version);
        return value!;
    }

    // The version stands beside the value, not in it.
    private string Json(object value) =>
        Encoding.UTF8.GetString(_json.Write(value is IDictionary<string, object> map && map.ContainsKey(ETag)
            ? map.Where(e => e.Key != ETag).ToDictionary(e => e.Key, e => e.Value)
            : value).Span);

    private static long? Follows(string key, object value)
    {
        var eTag = value is IStoreItem item ? item.ETag
            : value is IDictionary<string, object> map && map.TryGetValue(ETag, out var tag) ? tag?.ToString() : null;
        if (eTag is null or AnyVersion)
            return null;
        return long.TryParse(eTag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : throw new StateConflictException(key);
    }

    // Drawn, not counted: a state that is deleted and made anew must not meet the versions of its former life.
    private static long NewVersion() => Random.Shared.NextInt64(1, long.MaxValue);

    private static string Text(long version) => version.ToString(CultureInfo.InvariantCulture);
}
