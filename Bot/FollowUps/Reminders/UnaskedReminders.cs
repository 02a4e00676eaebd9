using CoachBot.Channels.Turns;
using CoachBot.FollowUps.Promises;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.FollowUps.Reminders;

/// <summary>
/// Reminders on their way: asked again, when they are about to go out, whether anybody has asked for silence since. The
/// follow-ups of a message that never went out are planned again.
/// </summary>
public sealed class UnaskedReminders(ContactGate gate, DatabaseClock clock) : IUnaskedSends
{
    public async Task<bool> MayGoOutAsync(CoachDatabase database, OutboxRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(row);
        var person = await database.People.AsNoTracking().FirstOrDefaultAsync(p => p.Key == row.Person, cancellationToken);
        if (person is null or { Stopped: true } || person.PausedUntil > clock.Now)
            return false;
        var reminded = await database.FollowUps.AsNoTracking().Where(f => f.Person == row.Person && f.Mark == row.Mark && f.Status == FollowUpStatus.Reminded).ToListAsync(cancellationToken);
        foreach (var followUp in reminded)
        {
            if (!(await gate.CheckAsync(database, followUp.Person, followUp.Name, cancellationToken)).IsOpen)
                return false;
        }

        return reminded.Count > 0;
    }

    public async Task NeverWentOutAsync(CoachDatabase database, OutboxRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(row);
        await PersonLock.TakeAsync(database, row.Person!, cancellationToken);
        var again = await database.FollowUps.Where(f => f.Person == row.Person && f.Mark == row.Mark && f.Status == FollowUpStatus.Reminded).ExecuteUpdateAsync(
            set => set.SetProperty(f => f.Status, FollowUpStatus.Planned).SetProperty(f => f.Mark, (string?)null).SetProperty(f => f.Asked, (DateTimeOffset?)null), cancellationToken);
        if (again > 0)
            await database.People.Where(p => p.Key == row.Person).ExecuteUpdateAsync(set => set.SetProperty(p => p.LastUnasked, (DateTimeOffset?)null), cancellationToken);
    }

    /// <summary>The rep wants quiet: what waits to go out is taken back, and what this turn says waits until nothing is under way.</summary>
    public void Silence(TurnWork work, string person)
    {
        ArgumentNullException.ThrowIfNull(work);
        PersonLock.TakeWith(work, person);
        work.Last.Add((database, cancel) => WithdrawAsync(database, person, OutboxRow.Anybody, cancel));
        work.Promised = (person, OutboxRow.Anybody);
    }

    /// <summary>Takes back what waits to go out about these customers of a person, their keys one a line.</summary>
    public async Task WithdrawAsync(CoachDatabase database, string person, string customers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var waiting = await database.Outbox.AsNoTracking().Where(o => o.Person == person && o.About != null && o.Status == OutboxStatus.Waiting).ToListAsync(cancellationToken);
        foreach (var row in waiting.Where(o => OutboxRow.IsAbout(o.About!, customers)))
        {
            var taken = await database.Outbox.Where(o => o.Id == row.Id && o.Status == OutboxStatus.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(o => o.Status, OutboxStatus.Withdrawn).SetProperty(o => o.Body, ""), cancellationToken);
            if (taken == 1 && row.Ambiguous == 0)
                await NeverWentOutAsync(database, row, cancellationToken);
        }
    }
}
