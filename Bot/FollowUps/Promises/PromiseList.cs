using CoachBot.FollowUps.Names;
using CoachBot.FollowUps.Reminders;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.FollowUps.Promises;

/// <summary>The customers who asked a rep for no contact: made, told apart, and lifted, each in the transaction of the turn in which it happens, and logged.</summary>
public sealed class PromiseList(CustomerNames names, PromiseLog kept, UnaskedReminders unasked, DatabaseClock clock)
{
    /// <summary>From this transaction on nothing of ours proposes to contact this customer; what was planned is withdrawn.</summary>
    /// <returns>What was withdrawn; null where the customer has no name to keep a promise by.</returns>
    public async Task<PromiseMade?> MakeAsync(TurnWork work, string person, string alias, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (names.Compare(alias, alias) == NameMatch.Nobody)
            return null;
        var key = names.KeyOf(alias);
        var database = work.Database;
        var isNew = !await database.Promises.AnyAsync(p => p.Person == person && p.Customer == key && p.Lifted == null, cancellationToken)
            && !database.Promises.Local.Any(p => p.Person == person && p.Customer == key && p.Lifted is null);
        if (isNew)
        {
            database.Promises.Add(new PromiseRow { Person = person, Customer = key, Name = alias, Made = clock.Now });
            Note(database, person, key, null, PromiseEvent.Made);
            kept.Write(person, key, PromiseEvent.Made, clock.Now);
        }

        var withdrawn = await WithdrawAsync(database, person, alias, cancellationToken);
        string[] about = [key, .. withdrawn.Select(f => f.Customer).OfType<string>().Distinct()];
        // A reminder may have been claimed since: what is not under way yet goes no further, and for the rest the word is waited with.
        PersonLock.TakeWith(work, person);
        work.Last.Add((written, cancel) => unasked.WithdrawAsync(written, person, string.Join('\n', about), cancel));
        work.Promised = (person, string.Join('\n', about));
        return new PromiseMade(key, isNew, withdrawn);
    }

    /// <summary>The rep has said whether this is the customer on the list; another one gets a second word, which becomes part of the name.</summary>
    public void TellApart(TurnWork work, string person, string promised, string alias, bool same)
    {
        ArgumentNullException.ThrowIfNull(work);
        Note(work.Database, person, promised, names.KeyOf(alias), same ? PromiseEvent.SaidTheSame : PromiseEvent.SaidAnother);
    }

    /// <summary>The customer came back by themselves: their own later word, typed by the rep, with its day, lifts the promise.</summary>
    /// <returns>False where no promise stands.</returns>
    public async Task<bool> LiftAsync(TurnWork work, string person, string customer, string theirWords, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentException.ThrowIfNullOrWhiteSpace(theirWords);
        var standing = await work.Database.Promises.FirstOrDefaultAsync(p => p.Person == person && p.Customer == customer && p.Lifted == null, cancellationToken);
        if (standing is null)
            return false;
        (standing.Lifted, standing.LiftedBy, standing.LiftedOn) = (clock.Now, theirWords, on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Note(work.Database, person, customer, null, PromiseEvent.Lifted);
        kept.Write(person, customer, PromiseEvent.Lifted, clock.Now);
        return true;
    }

    // What may be about the same customer is withdrawn too: it can be planned anew once the rep has said that it is another.
    private async Task<IReadOnlyList<FollowUpRow>> WithdrawAsync(CoachDatabase database, string person, string alias, CancellationToken cancellationToken)
    {
        var open = await database.FollowUps.Where(f => f.Person == person && (f.Status == FollowUpStatus.Planned || f.Status == FollowUpStatus.Reminded)).ToListAsync(cancellationToken);
        var theirs = open.Zip(names.CompareAll(alias, open.Select(f => f.Name))).Where(f => f.Second is NameMatch.Same or NameMatch.MayBe).Select(f => f.First).ToList();
        foreach (var followUp in theirs)
            (followUp.Status, followUp.Ended) = (FollowUpStatus.Withdrawn, clock.Now);
        return theirs;
    }

    private void Note(CoachDatabase database, string person, string customer, string? other, PromiseEvent what) =>
        database.PromiseEvents.Add(new PromiseEventRow { Person = person, Customer = customer, Other = other, What = what, At = clock.Now });
}

/// <summary>A promise that stands from this turn on.</summary>
/// <param name="Customer">The customer's key.</param>
/// <param name="IsNew">False where it stood already.</param>
/// <param name="Withdrawn">What had been planned and is taken back.</param>
public sealed record PromiseMade(string Customer, bool IsNew, IReadOnlyList<FollowUpRow> Withdrawn);
