using CoachBot.Channels.Turns;
using CoachBot.FollowUps.People;
using CoachBot.FollowUps.Promises;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.FollowUps.Reminders;

/// <summary>
/// Reminds one person of everything that is due that day, in one message and one transaction; or puts it off where a
/// message would not be welcome now: outside their hours, in a pause, after another one that day.
/// </summary>
internal sealed class ReminderRound(IDbContextFactory<CoachDatabase> databases, DatabaseEngine engine, DatabaseClock clock, ContactGate gate, ReminderMessage messages, TurnDispatcher turns, ILogger<ReminderRound> log)
{
    public async Task RemindAsync(string person, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var writer = await engine.WriterAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (!await engine.TryLockPersonAsync(database, person, cancellationToken) || await database.People.FindAsync([person], cancellationToken) is not { } who)
            return;
        var (now, times) = (clock.Now, PersonTimes.Of(who));
        var endOfDay = times.EndOfDay(now);
        var today = await database.FollowUps.Where(f => f.Person == person && f.Status == FollowUpStatus.Planned && f.Due < endOfDay).ToListAsync(cancellationToken);
        if (!today.Exists(f => f.Due <= now))
            return;
        var conversation = await database.Conversations.AsNoTracking().FirstOrDefaultAsync(c => c.Key == who.Conversation, cancellationToken);
        if (NotBefore(who, times, conversation, now) is { } later)
            today.FindAll(f => f.Due <= now).ForEach(f => f.Due = later);
        else
            await RemindAsync(database, who, times, conversation!, [.. today.OrderBy(f => f.Agreed, StringComparer.Ordinal)], cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (who.LastUnasked == now)
            turns.Signal(conversation!.Key);
    }

    // Null where a message is welcome now.
    private static DateTimeOffset? NotBefore(PersonRow who, PersonTimes times, ConversationRow? conversation, DateTimeOffset now)
    {
        if (who.Stopped || conversation is null or { ClosedFor: not null })
            return times.Hours.NextMorning(now, times.Zone);
        if (who.PausedUntil > now)
            return times.Hours.NextWithin(who.PausedUntil.Value, times.Zone);
        if (who.LastUnasked is { } last && times.DayOf(last) == times.DayOf(now))
            return times.Hours.NextMorning(times.EndOfDay(now).AddTicks(-1), times.Zone);
        return times.Hours.Contain(now, times.Zone) ? null : times.Hours.NextMorning(now, times.Zone);
    }

    private async Task RemindAsync(CoachDatabase database, PersonRow who, PersonTimes times, ConversationRow conversation, List<FollowUpRow> today, CancellationToken cancellationToken)
    {
        var (open, now) = (new List<FollowUpRow>(), clock.Now);
        foreach (var followUp in today)
        {
            var contact = followUp.Name.Length == 0 ? ContactState.Open : await gate.CheckAsync(database, who.Key, followUp.Name, cancellationToken);
            if (contact.IsOpen)
                open.Add(followUp);
            else if (contact.Verdict != ContactVerdict.Unreadable)
                // Promised by another way than a turn that withdraws: put back from the log, say.
                (followUp.Status, followUp.Ended) = (FollowUpStatus.Withdrawn, now);
        }

        if (open.Count < today.Count)
            log.LogWarning("{Count} follow-ups were held back at the promise gate", today.Count - open.Count);
        if (open.Count == 0)
            return;
        var mark = UnaskedMessage.NewMark();
        foreach (var followUp in open)
            (followUp.Status, followUp.Asked, followUp.Mark) = (FollowUpStatus.Reminded, now, mark);
        who.LastUnasked = now;
        database.Outbox.Add(await UnaskedMessage.RowAsync(mark, conversation, messages.Of(mark, open, times.DayOf(now)), who.Key, open.Select(f => f.Customer ?? ""), now));
    }
}
