using CoachBot.FollowUps.Dates;
using CoachBot.FollowUps.People;
using CoachBot.FollowUps.Promises;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.FollowUps.Reminders;

/// <summary>A date that a debrief came to.</summary>
/// <param name="Debrief">The number of the debrief in the turn's conversation.</param>
/// <param name="Name">The customer as the rep calls them; empty where they would not say.</param>
/// <param name="Offer">What it is about.</param>
/// <param name="Kind">Agreed with the customer, or for the rep alone.</param>
/// <param name="At">The day and perhaps the time.</param>
/// <param name="Said">The date in the rep's own words.</param>
public sealed record FollowUpPlan(int Debrief, string Name, string Offer, FollowUpKind Kind, AgreedTime At, string Said);

/// <summary>Plans follow-ups, and ends those that are planned, in the transaction of the turn that asks for it.</summary>
public sealed class FollowUpPlanner(ContactGate gate, PersonBook people, DatabaseClock clock)
{
    /// <summary>Plans it in the place of what this debrief had planned before.</summary>
    /// <returns>Null where the promise gate is not open.</returns>
    public async Task<FollowUpRow?> PlanAsync(TurnWork work, PersonRow person, FollowUpPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(plan);
        var database = work.Database;
        if (plan.Name.Length > 0 && !(await gate.CheckAsync(database, person.Key, plan.Name, cancellationToken)).IsOpen)
            return null;
        await EndAsync(work, person.Key, plan.Debrief, cancellationToken);
        var row = new FollowUpRow
        {
            Person = person.Key,
            Conversation = work.Conversation,
            Debrief = plan.Debrief,
            Customer = plan.Name.Length == 0 ? null : await people.KnowCustomerAsync(person.Key, plan.Name, cancellationToken),
            Name = plan.Name,
            Offer = plan.Offer,
            Kind = plan.Kind,
            Due = PersonTimes.Of(person).ReminderAt(plan.At, clock.Now),
            Agreed = plan.At.ToString(),
            Said = plan.Said,
            Planned = clock.Now,
        };
        database.FollowUps.Add(row);
        return row;
    }

    /// <summary>A debrief has come to something else: what it had planned is dropped.</summary>
    public async Task EndAsync(TurnWork work, string person, int debrief, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        PersonLock.TakeWith(work, person);
        var before = await work.Database.FollowUps
            .Where(f => f.Person == person && f.Conversation == work.Conversation && f.Debrief == debrief && f.Status == FollowUpStatus.Planned).ToListAsync(cancellationToken);
        foreach (var row in before)
            (row.Status, row.Ended) = (FollowUpStatus.Dropped, clock.Now);
    }
}
