using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace CoachBot.Channels.LocalChat;

/// <summary>The conversations of the chat page, in memory: past the bound the one that was longest unused is forgotten.</summary>
public sealed partial class ChatConversations(TimeProvider time)
{
    public const int Most = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ChatConversation> _open = new(StringComparer.Ordinal);

    public ChatConversation Start() => Open(RandomNumberGenerator.GetHexString(24, lowercase: true))!;

    /// <summary>
    /// The conversation with this id, opened anew when the program does not know it (any more): the page keeps the id, and
    /// what the bot knows about the conversation outlives a restart. Null when the id is not one of ours by its form.
    /// </summary>
    public ChatConversation? Open(string id)
    {
        if (!OurIds().IsMatch(id))
            return null;
        lock (_lock)
        {
            if (_open.TryGetValue(id, out var conversation))
                return conversation;
            if (_open.Count >= Most && _open.Values.MinBy(c => c.LastUsed) is { } unused && _open.Remove(unused.Id))
                unused.Forget();
            return _open[id] = new ChatConversation(id, time);
        }
    }

    /// <summary>Forgets what was said in it; whoever shows it opens it anew.</summary>
    public void Forget(string id)
    {
        lock (_lock)
        {
            if (_open.Remove(id, out var conversation))
                conversation.Forget();
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{8,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex OurIds();
}
