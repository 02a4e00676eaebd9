using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Bot.Builder;

namespace CoachBot.Storage;

/// <summary>State in one SQLite file. What was read is written back only over the version that was read (eTag).</summary>
public sealed class SqliteStorage : IStorage, IDisposable
{
    private const string ETag = "eTag", AnyVersion = "*";

    private readonly SqliteFile _file;
    private readonly StateJson _json;
    private readonly StateTable _writer;
    private readonly ConcurrentBag<StateTable> _readers = [];
    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <exception cref="IOException">The file cannot be used; the message names the setting.</exception>
    public SqliteStorage(string path, StateJson json)
    {
        _file = new SqliteFile(path);
        _json = json;
        _writer = new StateTable(_file.Open());
    }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        var found = new Dictionary<string, (byte[] Value, long Version)>(keys.Length);
        if (!_readers.TryTake(out var table))
            table = new StateTable(_file.Open());
        try
        {
            table.InOneTransaction(keys, writing: false, (t, key) =>
            {
                if (t.Read(key) is { } row)
                    found[key] = row;
            });
        }
        finally
        {
            _readers.Add(table);
        }

        IDictionary<string, object> items = found.ToDictionary(f => f.Key, f => Item(f.Value.Value, f.Value.Version));
        return Task.FromResult(items);
    }

    /// <exception cref="StateConflictException">One of the values was read at a version that is no longer there.</exception>
    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        StateRow[] rows = [.. changes.Select(c => new StateRow(c.Key, Json(c.Value), NewVersion(), Follows(c.Key, c.Value)))];
        await WritingAsync(rows, (table, row) => table.Write(row), cancellationToken);
        // BotState writes the same map again later in the turn: it then follows this version.
        foreach (var row in rows)
        {
            if (changes[row.Key] is IDictionary<string, object> { IsReadOnly: false } map)
                map[ETag] = Text(row.Version);
        }
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return WritingAsync(keys, (table, key) => table.Delete(key), cancellationToken);
    }

    public void Dispose()
    {
        foreach (var reader in _readers)
            reader.Dispose();
        _writer.Dispose();
        _writing.Dispose();
    }

    private async Task WritingAsync<T>(IReadOnlyList<T> items, Action<StateTable, T> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            _writer.InOneTransaction(items, writing: true, work);
        }
        finally
        {
            _writing.Release();
        }
    }

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
    private byte[] Json(object value) =>
        _json.Write(value is IDictionary<string, object> map && map.ContainsKey(ETag)
            ? map.Where(e => e.Key != ETag).ToDictionary(e => e.Key, e => e.Value)
            : value).ToArray();

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
