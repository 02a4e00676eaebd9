using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CoachBot.FollowUps.Promises;
using CoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.MyData;

/// <summary>Everything that is held about a person, as it is held, in one JSON file.</summary>
internal sealed class PersonFile(ContactGate gate)
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public async Task<byte[]> WriteAsync(CoachDatabase database, PersonKey person, CancellationToken cancellationToken)
    {
        var (key, hash) = (person.Text, PromiseLog.HashOf(person.Text));
        var places = await PersonPlaces.FindAsync(database, person, cancellationToken);
        var (state, alone) = (places.State, places.Alone);
        var file = new JsonObject
        {
            ["person"] = Node(await database.People.AsNoTracking().FirstOrDefaultAsync(p => p.Key == key, cancellationToken)),
            ["customers"] = await CustomersAsync(database, person, cancellationToken),
            ["debriefs"] = Node(await database.Debriefs.AsNoTracking().Include(d => d.Readings).Where(d => d.Person == key).OrderBy(d => d.Id).ToListAsync(cancellationToken)),
            ["promises"] = Node(await database.Promises.AsNoTracking().Where(p => p.Person == key || p.Person == hash).OrderBy(p => p.Id).ToListAsync(cancellationToken)),
            ["promiseEvents"] = Node(await database.PromiseEvents.AsNoTracking().Where(e => e.Person == key || e.Person == hash).OrderBy(e => e.Id).ToListAsync(cancellationToken)),
            ["followUps"] = Node(await database.FollowUps.AsNoTracking().Where(f => f.Person == key).OrderBy(f => f.Id).ToListAsync(cancellationToken)),
            ["feedback"] = Node(await database.Feedback.AsNoTracking().Where(f => f.Person == key).OrderBy(f => f.Id).ToListAsync(cancellationToken)),
            ["exportLinks"] = Node(await database.ExportLinks.AsNoTracking().Where(l => l.Person == key).Select(l => new { l.Expires }).ToListAsync(cancellationToken)),
            ["conversations"] = Node(await database.Conversations.AsNoTracking().Where(c => alone.Contains(c.Key)).ToListAsync(cancellationToken)),
            ["inConversationsWithOthers"] = Node(places.Others.Select(o => o.Conversation)),
            ["received"] = Node(await database.Inbox.AsNoTracking().Where(i => alone.Contains(i.Conversation)).OrderBy(i => i.Id).ToListAsync(cancellationToken)),
            ["sent"] = Node(await database.Outbox.AsNoTracking().Where(o => alone.Contains(o.Conversation) || o.Person == key).OrderBy(o => o.Id).ToListAsync(cancellationToken)),
            ["state"] = new JsonObject((await database.State.AsNoTracking().Where(s => state.Contains(s.Key)).ToListAsync(cancellationToken)).Select(s => KeyValuePair.Create(s.Key, JsonNode.Parse(s.Value)))),
        };
        return JsonSerializer.SerializeToUtf8Bytes(file, Plain);
    }

    private async Task<JsonArray> CustomersAsync(CoachDatabase database, PersonKey person, CancellationToken cancellationToken)
    {
        var all = new JsonArray();
        foreach (var customer in await database.Customers.AsNoTracking().Where(c => c.Person == person.Text).OrderBy(c => c.Id).ToListAsync(cancellationToken))
        {
            var entry = Node(customer)!.AsObject();
            entry["mayBeContacted"] = (await gate.CheckAsync(database, person.Text, customer.Name, cancellationToken)).IsOpen;
            all.Add(entry);
        }

        return all;
    }

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, Plain);
}
