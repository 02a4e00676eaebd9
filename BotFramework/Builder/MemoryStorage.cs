using System.Globalization;

namespace Microsoft.Bot.Builder;

/// <summary>State for tests and first steps: kept as copies, gone with the process.</summary>
public class MemoryStorage : IStorage
{
    private const string ETagKey = "eTag";

    private readonly Dictionary<string, Stored> _items = [];
    private readonly Lock _lock = new();
    private int _lastETag;

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var stored = new List<(string Key, Stored Item)>(keys.Length);
        lock (_lock)
        {
            foreach (var key in keys)
            {
                if (_items.TryGetValue(key, out var item))
                {
                    stored.Add((key, item));
                }
            }
        }

        // Copies are made outside the lock: they take long.
        var found = new Dictionary<string, object>(stored.Count);
        foreach (var (key, item) in stored)
        {
            found[key] = item.Copy();
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    /// <exception cref="Exception">An item was written by someone else since this one was read.</exception>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var copies = changes.Select(change => (change.Key, change.Value, Json: change.Value == null ? null : StateJson.Write(change.Value))).ToList();
        lock (_lock)
        {
            foreach (var (key, value, json) in copies)
            {
                var known = _items.GetValueOrDefault(key)?.ETag;
                var isVersioned = TryGetETag(value, out var eTag);
                if (isVersioned && known != null && eTag != "*" && eTag != known)
                {
#pragma warning disable CA2201 // The SDK throws no more specific type here, and its callers expect just this one.
                    throw new Exception($"Etag conflict.\r\n\r\nOriginal: {eTag}\r\nCurrent: {known}");
#pragma warning restore CA2201
                }

                var next = isVersioned ? (++_lastETag).ToString(CultureInfo.InvariantCulture) : null;
                _items[key] = new Stored(json, next);
            }
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_lock)
        {
            foreach (var key in keys)
            {
                _items.Remove(key);
            }
        }

        return Task.CompletedTask;
    }

    // A bot's own items say that they have versions; a state is a dictionary that may carry one.
    private static bool TryGetETag(object value, out string eTag)
    {
        eTag = value switch
        {
            IStoreItem item => item.ETag,
            IDictionary<string, object> state when state.TryGetValue(ETagKey, out var carried) => carried as string,
            _ => null,
        };
        return value is IStoreItem || eTag != null;
    }

    private sealed record Stored(byte[] Json, string ETag)
    {
        internal object Copy()
        {
            var value = Json == null ? null : StateJson.Read(Json);
            if (value is IStoreItem item)
            {
                item.ETag = ETag;
            }
            else if (ETag != null && value is IDictionary<string, object> state)
            {
                state[ETagKey] = ETag;
            }

            return value;
        }
    }
}
