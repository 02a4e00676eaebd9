using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CoachBot.Channels.LocalChat;

/// <summary>
/// One conversation of the chat page: what was said lately, in the order it is read. Activities are numbered by the
/// millisecond they came in, never twice: so a number is also the watermark, and the numbers of a conversation that is
/// opened again after a restart go on above the old ones.
/// </summary>
public sealed class ChatConversation(string id, TimeProvider time)
{
    public const int MostActivities = 500;
    public const int MostCharacters = 4_000_000;

    private sealed record Entry(string Id, string Timestamp, string Json, long Version);

    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    private Entry? _typing;
    private long _last = time.GetUtcNow().ToUnixTimeMilliseconds();
    private int _characters;
    private TaskCompletionSource _changed = NewSignal();

    public string Id { get; } = id;

    public DateTimeOffset LastUsed { get; private set; } = time.GetUtcNow();

    /// <summary>Takes in an activity and gives it its id; one that has an id already is replaced where it stands.</summary>
    public string Put(JsonObject activity, string? knownId = null)
    {
        lock (_lock)
        {
            var version = _last = Math.Max(_last + 1, time.GetUtcNow().ToUnixTimeMilliseconds());
            var at = knownId is null ? -1 : _entries.FindIndex(e => e.Id == knownId);
            var id = knownId ?? version.ToString(CultureInfo.InvariantCulture);
            var timestamp = at >= 0 ? _entries[at].Timestamp : Timestamp(version);
            activity["id"] = id;
            activity["timestamp"] = timestamp;
            activity["channelId"] = "webchat";
            activity["conversation"] = new JsonObject { ["id"] = Id };
            Keep(new Entry(id, timestamp, activity.ToJsonString(), version), at, Text(activity["type"]) == "typing");
            LastUsed = time.GetUtcNow();
            _changed.TrySetResult();
            _changed = NewSignal();
            return id;
        }
    }

    /// <summary>The activities after a watermark as the protocol's activity set, or null when there is nothing new.</summary>
    public (string ActivitySet, long Watermark)? After(long watermark)
    {
        lock (_lock)
        {
            LastUsed = time.GetUtcNow();
            var found = _entries.Append(_typing).Where(e => e is not null && e.Version > watermark).Select(e => e!.Json).ToList();
            return found.Count == 0 ? null : (ActivitySet(found, _last), _last);
        }
    }

    /// <summary>Completes when something came in after the watermark.</summary>
    public Task ChangedAsync(long watermark)
    {
        lock (_lock)
        {
            var there = _typing?.Version > watermark || _entries.Exists(e => e.Version > watermark);
            return there ? Task.CompletedTask : _changed.Task;
        }
    }

    /// <summary>Ends the wait of whoever listens: they come back and find the conversation opened anew.</summary>
    public void Forget()
    {
        lock (_lock)
            _changed.TrySetCanceled();
    }

    public static string ActivitySet(IEnumerable<string> activities, long watermark) =>
        new StringBuilder("{\"activities\":[").AppendJoin(',', activities).Append("],\"watermark\":\"")
            .Append(CultureInfo.InvariantCulture, $"{watermark}\"}}").ToString();

    // Only the newest typing activity is kept, and only until words come: it says nothing to somebody who comes later.
    private void Keep(Entry entry, int at, bool typing)
    {
        if (typing)
        {
            _typing = entry;
            return;
        }
        _typing = null;
        _characters += entry.Json.Length - (at >= 0 ? _entries[at].Json.Length : 0);
        if (at >= 0)
            _entries[at] = entry;
        else
            _entries.Add(entry);
        while (_entries.Count > 1 && (_entries.Count > MostActivities || _characters > MostCharacters))
        {
            _characters -= _entries[0].Json.Length;
            _entries.RemoveAt(0);
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static string Timestamp(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
