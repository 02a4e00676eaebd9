using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Channels;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.MyData;

/// <summary>Where something of a person stands that is not under their own key.</summary>
/// <param name="State">The keys of their state.</param>
/// <param name="Alone">Their conversations with nobody but the coach.</param>
/// <param name="Others">Conversations with others whose reference names this person, as they read without them.</param>
/// <param name="Elsewhere">Their messages that wait in conversations with others.</param>
internal sealed record PersonPlaces(IReadOnlyList<string> State, IReadOnlyList<string> Alone, IReadOnlyList<(string Conversation, string Reference)> Others, IReadOnlyList<InboxRow> Elsewhere)
{
    public static async Task<PersonPlaces> FindAsync(CoachDatabase database, PersonKey person, CancellationToken cancellationToken)
    {
        var (within, end) = ($"/{person.Tenant}/", person.StateEnd);
        var state = (await database.State.AsNoTracking().Where(s => s.Key.Contains(within) && s.Key.EndsWith(end)).Select(s => s.Key).ToListAsync(cancellationToken)).FindAll(person.Owns);
        var known = await KnownAsync(database, person, state, cancellationToken);
        List<string> alone = [];
        List<(string, string)> others = [];
        foreach (var conversation in await NamingAsync(database, person, known, cancellationToken))
        {
            var reference = JsonNode.Parse(conversation.Reference)!.AsObject();
            var named = (string?)reference["user"]?["id"] == person.Id;
            if (IsPersonal(reference) && (named || known.Contains(conversation.Key)) && !await IsSharedAsync(database, conversation.Key, person, cancellationToken))
                alone.Add(conversation.Key);
            else if (named && reference.Remove("user"))
                others.Add((conversation.Key, reference.ToJsonString()));
        }

        var elsewhere = (await WaitingAsync(database, person, cancellationToken)).FindAll(i => !alone.Contains(i.Conversation));
        return new PersonPlaces(state, [.. alone.Order(StringComparer.Ordinal)], others, elsewhere);
    }

    private static async Task<HashSet<string>> KnownAsync(CoachDatabase database, PersonKey person, List<string> state, CancellationToken cancellationToken)
    {
        var key = person.Text;
        HashSet<string> known = [.. state.Select(PersonKey.ConversationOf)];
        known.UnionWith(await database.Debriefs.Where(d => d.Person == key).Select(d => d.Conversation)
            .Union(database.FollowUps.Where(f => f.Person == key).Select(f => f.Conversation))
            .Union(database.People.Where(p => p.Key == key && p.Conversation != null).Select(p => p.Conversation!)).ToListAsync(cancellationToken));
        return known;
    }

    private static Task<List<ConversationRow>> NamingAsync(CoachDatabase database, PersonKey person, HashSet<string> known, CancellationToken cancellationToken)
    {
        var (within, id, escaped, keys) = (person.Tenant + "/", person.Id, JsonEncodedText.Encode(person.Id).ToString(), known.ToList());
        return database.Conversations.AsNoTracking()
            .Where(c => c.Key.StartsWith(within) && (c.Reference.Contains(id) || c.Reference.Contains(escaped) || keys.Contains(c.Key))).ToListAsync(cancellationToken);
    }

    // Without an id of the person's own in it, a page of this machine may be used by several.
    private static async Task<bool> IsSharedAsync(CoachDatabase database, string conversation, PersonKey person, CancellationToken cancellationToken)
    {
        var (within, end) = ($"/{conversation}/", person.StateEnd);
        return await database.State.AnyAsync(s => s.Key.Contains(within) && !s.Key.EndsWith(end), cancellationToken);
    }

    private static async Task<List<InboxRow>> WaitingAsync(CoachDatabase database, PersonKey person, CancellationToken cancellationToken)
    {
        var within = person.Tenant + "/";
        var waiting = await database.Inbox.AsNoTracking().Where(i => i.Status == InboxStatus.Waiting && i.Conversation.StartsWith(within)).ToListAsync(cancellationToken);
        return waiting.FindAll(i => (string?)JsonNode.Parse(i.Body)?["from"]?["id"] == person.Id);
    }

    private static bool IsPersonal(JsonObject reference) => new Activity
    {
        ChannelId = (string?)reference["channelId"],
        Conversation = new ConversationAccount { IsGroup = (bool?)reference["conversation"]?["isGroup"], ConversationType = (string?)reference["conversation"]?["conversationType"] },
    }.IsPersonal();
}
