using System.Data.Common;
using CoachBot.FollowUps.Names;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.FollowUps.Promises;

/// <summary>
/// Stands before everything that could lead to a customer being contacted: reminders, scripts, role-play from a real
/// case, exports, flows, a model's words. It fails closed.
/// </summary>
public sealed class ContactGate(CustomerNames names, ILogger<ContactGate> log)
{
    /// <summary>Whether this rep's customer may be contacted, by what the database holds in the transaction that is open, if any.</summary>
    public async Task<ContactState> CheckAsync(CoachDatabase database, string person, string alias, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        try
        {
            var hash = PromiseLog.HashOf(person);
            var standing = await database.Promises.AsNoTracking().Where(p => (p.Person == person || p.Person == hash) && p.Lifted == null).ToListAsync(cancellationToken);
            standing.AddRange(database.Promises.Local.Where(p => p.Person == person && p.Lifted is null && p.Id == 0));
            return standing.Count == 0 ? ContactState.Open : await JudgeAsync(database, person, alias, standing, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is DbException or InvalidOperationException or TimeoutException)
        {
            log.LogError("The promise list cannot be read: {Error}", unreadable.GetType().FullName);
            return ContactState.Unreadable;
        }
    }

    private async Task<ContactState> JudgeAsync(CoachDatabase database, string person, string alias, List<PromiseRow> standing, CancellationToken cancellationToken)
    {
        var key = names.KeyOf(alias);
        // Put back from the log, or of a person whose data was deleted: known by its hash alone.
        if (standing.Find(p => p.Customer == PromiseLog.HashOf(person, key)) is { } kept)
            return new ContactState(ContactVerdict.Promised, alias, kept.Customer, kept.Made);
        standing.RemoveAll(p => p.Name.Length == 0);
        var likeness = standing.Zip(names.CompareAll(alias, standing.Select(p => p.Name)), (p, match) => (Promise: p, Is: match)).ToList();
        if (likeness.Find(l => l.Is == NameMatch.Same).Promise is { } same)
            return new ContactState(ContactVerdict.Promised, same.Name, same.Customer, same.Made);
        var perhaps = likeness.Where(l => l.Is == NameMatch.MayBe).Select(l => l.Promise).ToList();
        if (perhaps.Count == 0)
            return ContactState.Open;
        var said = await database.PromiseEvents.AsNoTracking()
            .Where(e => e.Person == person && e.Other == key && (e.What == PromiseEvent.SaidAnother || e.What == PromiseEvent.SaidTheSame)).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        said.AddRange(database.PromiseEvents.Local.Where(e => e.Id == 0 && e.Person == person && e.Other == key));
        foreach (var promise in perhaps)
        {
            var last = said.FindLast(e => e.Customer == promise.Customer)?.What;
            if (last != PromiseEvent.SaidAnother)
                return new ContactState(last == PromiseEvent.SaidTheSame ? ContactVerdict.Promised : ContactVerdict.MayBePromised, promise.Name, promise.Customer, promise.Made);
        }

        return ContactState.Open;
    }
}
