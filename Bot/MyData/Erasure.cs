using CoachBot.Channels.Turns;
using CoachBot.FollowUps.Promises;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.MyData;

/// <summary>
/// Deletes everything held about a person, in the transaction that is open. Of their promises hashes stay, so that they
/// are kept. What has to stay until the last word is sent is noted, and deleted after by <see cref="Erasing"/>.
/// </summary>
internal sealed class Erasure(DatabaseClock clock, TurnLimits limits)
{
    /// <summary>For how long an activity that is delivered once more is known again.</summary>
    public static readonly TimeSpan Remembers = TimeSpan.FromDays(7);

    /// <param name="database">With the transaction open.</param>
    /// <param name="person">Whose data it is.</param>
    /// <param name="own">The turn's own conversation, which keeps its lease; null outside of turns.</param>
    /// <param name="lastWords">What still goes out.</param>
    /// <param name="cancellationToken">Calls it off.</param>
    /// <returns>The rows of the outbox that were being sent at this moment: whoever sends them cannot be called back.</returns>
    public async Task<IReadOnlyList<long>> EraseAsync(CoachDatabase database, PersonKey person, string? own, IReadOnlyList<long> lastWords, CancellationToken cancellationToken)
    {
        var places = await PersonPlaces.FindAsync(database, person, cancellationToken);
        await TakeAwayAsync(database, places, own, cancellationToken);
        await RememberAsync(database, places, cancellationToken);
        var underWay = await SilenceAsync(database, person, places, lastWords, cancellationToken);
        await KeepPromisesAsync(database, person.Text, cancellationToken);
        await DeleteRecordsAsync(database, person.Text, cancellationToken);
        await DeleteStateAsync(database, places, cancellationToken);
        await LeaveOthersAsync(database, person, places, cancellationToken);
        await NoteRestAsync(database, places, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return underWay;
    }

    // Whoever works on one of these conversations has lost it, and writes nothing of what was begun. Where something is being sent, nothing is deleted until that is over.
    private async Task TakeAwayAsync(CoachDatabase database, PersonPlaces places, string? own, CancellationToken cancellationToken)
    {
        var until = (clock.Now + limits.Lease).ToUnixTimeMilliseconds();
        foreach (var conversation in places.Alone.Concat(places.Elsewhere.Select(i => i.Conversation)).Distinct().Where(c => c != own).Order(StringComparer.Ordinal))
            await database.Database.ExecuteSqlAsync($"UPDATE conversations SET token = token + 1, holder = NULL, leased_until = CASE WHEN EXISTS (SELECT 1 FROM outbox WHERE conversation = {conversation} AND status = {(int)OutboxStatus.Sending}) THEN {until} ELSE 0 END WHERE key = {conversation}", cancellationToken);
    }

    private async Task RememberAsync(CoachDatabase database, PersonPlaces places, CancellationToken cancellationToken)
    {
        var (now, alone) = (clock.Now, places.Alone);
        var since = now - Remembers;
        var known = await database.Inbox.AsNoTracking().Where(i => alone.Contains(i.Conversation) && i.Received > since).Select(i => new { i.Conversation, i.ActivityId, i.Press }).ToListAsync(cancellationToken);
        var hashes = known.Concat(places.Elsewhere.Select(i => new { i.Conversation, i.ActivityId, i.Press }))
            .SelectMany(i => i.Press is null ? [ForgottenRow.HashOf(i.Conversation, i.ActivityId)] : new[] { ForgottenRow.HashOf(i.Conversation, i.ActivityId), ForgottenRow.HashOf(i.Conversation, i.Press) }).ToHashSet();
        var asked = hashes.ToList();
        hashes.ExceptWith(await database.Forgotten.Where(f => asked.Contains(f.Hash)).Select(f => f.Hash).ToListAsync(cancellationToken));
        database.Forgotten.AddRange(hashes.Select(h => new ForgottenRow { Hash = h, Until = now + Remembers }));
    }

    // Nothing that waits is worked on or sent any more, but the last words.
    private static async Task<IReadOnlyList<long>> SilenceAsync(CoachDatabase database, PersonKey person, PersonPlaces places, IReadOnlyList<long> lastWords, CancellationToken cancellationToken)
    {
        var (key, alone, elsewhere) = (person.Text, places.Alone, places.Elsewhere.Select(i => i.Id).ToList());
        await database.Inbox.Where(i => i.Status == InboxStatus.Waiting && (alone.Contains(i.Conversation) || elsewhere.Contains(i.Id))).ExecuteDeleteAsync(cancellationToken);
        var open = database.Outbox.Where(o => (alone.Contains(o.Conversation) || o.Person == key) && o.Status < OutboxStatus.Sent && !lastWords.Contains(o.Id));
        var underWay = await open.Where(o => o.Status == OutboxStatus.Sending).Select(o => o.Id).ToListAsync(cancellationToken);
        await open.ExecuteUpdateAsync(set => set.SetProperty(o => o.Status, OutboxStatus.Withdrawn).SetProperty(o => o.Body, ""), cancellationToken);
        await database.Outbox.Where(o => o.Person == key && !alone.Contains(o.Conversation)).ExecuteDeleteAsync(cancellationToken);
        return underWay;
    }

    private static async Task KeepPromisesAsync(CoachDatabase database, string person, CancellationToken cancellationToken)
    {
        var hash = PromiseLog.HashOf(person);
        var standing = await database.Promises.AsNoTracking().Where(p => p.Person == person && p.Lifted == null).ToListAsync(cancellationToken);
        var kept = await database.Promises.Where(p => p.Person == hash && p.Lifted == null).Select(p => p.Customer).ToListAsync(cancellationToken);
        await database.Promises.Where(p => p.Person == person).ExecuteDeleteAsync(cancellationToken);
        await database.PromiseEvents.Where(e => e.Person == person).ExecuteDeleteAsync(cancellationToken);
        foreach (var promise in standing)
        {
            if (PromiseLog.HashOf(person, promise.Customer) is var customer && !kept.Contains(customer))
                database.Promises.Add(new PromiseRow { Person = hash, Customer = customer, Name = "", Made = promise.Made });
        }
    }

    private static async Task DeleteRecordsAsync(CoachDatabase database, string person, CancellationToken cancellationToken)
    {
        await database.Readings.Where(r => database.Debriefs.Any(d => d.Id == r.DebriefId && d.Person == person)).ExecuteDeleteAsync(cancellationToken);
        await database.Debriefs.Where(d => d.Person == person).ExecuteDeleteAsync(cancellationToken);
        await database.Customers.Where(c => c.Person == person).ExecuteDeleteAsync(cancellationToken);
        await database.FollowUps.Where(f => f.Person == person).ExecuteDeleteAsync(cancellationToken);
        await database.Feedback.Where(f => f.Person == person).ExecuteDeleteAsync(cancellationToken);
        await database.ExportLinks.Where(l => l.Person == person).ExecuteDeleteAsync(cancellationToken);
        await database.People.Where(p => p.Key == person).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task DeleteStateAsync(CoachDatabase database, PersonPlaces places, CancellationToken cancellationToken)
    {
        var keys = places.State;
        await database.State.Where(s => keys.Contains(s.Key)).ExecuteDeleteAsync(cancellationToken);
    }

    // In conversations with others nothing but this person goes: who is named last, and what a card's press was answered.
    private static async Task LeaveOthersAsync(CoachDatabase database, PersonKey person, PersonPlaces places, CancellationToken cancellationToken)
    {
        foreach (var (conversation, reference) in places.Others)
            await database.Database.ExecuteSqlAsync($"UPDATE conversations SET reference = {reference} WHERE key = {conversation}", cancellationToken);
        var (within, id, alone) = (person.Tenant + "/", person.Id, places.Alone);
        await database.Inbox.Where(i => i.Conversation.StartsWith(within) && !alone.Contains(i.Conversation) && i.Answer != null && i.Answer.Contains(id))
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Answer, ""), cancellationToken);
    }

    private static async Task NoteRestAsync(CoachDatabase database, PersonPlaces places, CancellationToken cancellationToken)
    {
        foreach (var conversation in places.Alone)
        {
            database.Erasures.Add(new ErasureRow
            {
                Conversation = conversation,
                LastIn = await database.Inbox.Where(i => i.Conversation == conversation).MaxAsync(i => (long?)i.Id, cancellationToken) ?? 0,
                LastOut = await database.Outbox.Where(o => o.Conversation == conversation).MaxAsync(o => (long?)o.Id, cancellationToken) ?? 0,
            });
        }

        if (places.Alone.Count == 0)
            database.Erasures.Add(new ErasureRow { Conversation = "" });
    }
}
