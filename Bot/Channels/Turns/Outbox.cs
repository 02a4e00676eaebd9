using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Channels.Turns;

/// <summary>Sends what turns have written, in a conversation's order, under its lease.</summary>
internal sealed class Outbox(IDbContextFactory<CoachDatabase> databases, DatabaseEngine engine, DatabaseClock clock, Connector connector, SendLimits limits, TurnLimits turns, TimeProvider time, IUnaskedSends unasked, Leases leases, TurnMeters meters, ILogger<Outbox> log)
{
    // Whoever died with it in hand may not have sent it: silence is worse than the same words twice. But it may be what kills.
    private const int MostTakenOver = 5;

    private static readonly TimeSpan Oldest = TimeSpan.FromHours(24);

    /// <summary>Sends what is due until something has to wait; true when nothing waits any more.</summary>
    /// <exception cref="LeaseLostException">Somebody else has the conversation.</exception>
    public async Task<bool> SendDueAsync(ConversationLease lease, CancellationToken handBack, CancellationToken cancellationToken)
    {
        while (await FirstAsync(lease, cancellationToken) is { } row)
        {
            if (handBack.IsCancellationRequested || row.Due > clock.Now)
                return false;
            // Whoever was about to send it is gone: perhaps it went out.
            var again = row.Status == OutboxStatus.Sending;
            if (!await BeginAsync(lease, row, again, cancellationToken))
                continue;
            var (reference, closed) = await WhereToAsync(row, cancellationToken);
            if (!(await SendAsync(new Sending(lease, row, reference, closed, null, IsLast: false), handBack, cancellationToken)).IsOver)
                return false;
        }

        return true;
    }

    /// <summary>
    /// Sends what this process has just written, in order, the first of it marked as being sent in the same transaction;
    /// true when all went out. With the last of it the lease is given back, if nothing else came in.
    /// </summary>
    /// <exception cref="LeaseLostException">Somebody else has the conversation.</exception>
    public async Task<bool> SendWrittenAsync(ConversationLease lease, IReadOnlyList<OutboxRow> rows, ConversationReference reference, CancellationToken handBack, CancellationToken cancellationToken)
    {
        var closed = false;
        for (var at = 0; at < rows.Count; at++)
        {
            var next = at + 1 < rows.Count ? rows[at + 1] : null;
            var outcome = await SendAsync(new Sending(lease, rows[at], reference, closed, next, IsLast: next is null), handBack, cancellationToken);
            if (!outcome.IsOver)
                return false;
            closed |= outcome.ClosedFor is not null;
        }

        return true;
    }

    private async Task<OutboxRow?> FirstAsync(ConversationLease lease, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Outbox.AsNoTracking().Where(o => o.Conversation == lease.Conversation && o.Status < OutboxStatus.Sent).OrderBy(o => o.Id).FirstOrDefaultAsync(cancellationToken);
    }

    // False where it may not go out any more: taken back, or about a customer whose promise stands.
    private async Task<bool> BeginAsync(ConversationLease lease, OutboxRow row, bool again, CancellationToken cancellationToken)
    {
        if (again)
            (row.Ambiguous, row.Attempts) = (row.Ambiguous + 1, row.Attempts + 1);
        row.Status = OutboxStatus.Sending;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var writer = await engine.WriterAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await lease.HoldAsync(database, clock.Now, opens: false, cancellationToken);
        var may = row.About is null || await unasked.MayGoOutAsync(database, row, cancellationToken);
        var begun = await database.Outbox.Where(o => o.Id == row.Id && o.Status < OutboxStatus.Sent).ExecuteUpdateAsync(
            set => set.SetProperty(o => o.Status, may ? OutboxStatus.Sending : OutboxStatus.Withdrawn).SetProperty(o => o.Body, may ? row.Body : "")
                .SetProperty(o => o.Ambiguous, row.Ambiguous).SetProperty(o => o.Attempts, row.Attempts), cancellationToken);
        // Unless it was perhaps sent before: then what it stood for has been done.
        if (!may && begun == 1 && row.Ambiguous == 0)
            await unasked.NeverWentOutAsync(database, row, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return may && begun == 1;
    }

    /// <summary>Waits until nothing about these customers of a person is under way, for as long as a lease lasts: after that nobody begins a send any more.</summary>
    public Task NothingUnderWayAsync(string person, string after, CancellationToken cancellationToken) => WaitWhileAsync(
        async database =>
        {
            var underWay = await database.Outbox.Where(o => o.Person == person && o.About != null && o.Status == OutboxStatus.Sending).Select(o => o.About!).ToListAsync(cancellationToken);
            return underWay.Exists(about => OutboxRow.IsAbout(about, after));
        },
        cancellationToken);

    /// <summary>Waits while something is being sent, for as long as a lease lasts.</summary>
    public async Task WaitWhileAsync(Func<CoachDatabase, Task<bool>> isUnderWay, CancellationToken cancellationToken)
    {
        // By what has passed here: a clock that is set forward ends no send.
        var since = time.GetTimestamp();
        while (time.GetElapsedTime(since) < turns.Lease)
        {
            await using (var database = await databases.CreateDbContextAsync(cancellationToken))
            {
                if (!await isUnderWay(database))
                    return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
    }

    /// <summary>Where a conversation is reached.</summary>
    public async Task<ConversationReference> ReferenceAsync(string conversation, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return (await ActivityJson.ReadAsync<ConversationReference>(await database.Conversations.Where(c => c.Key == conversation).Select(c => c.Reference).FirstAsync(cancellationToken)))!;
    }

    private async Task<SendOutcome> SendAsync(Sending sending, CancellationToken handBack, CancellationToken cancellationToken)
    {
        var row = sending.Row;
        var target = OngoingTurn.IsMark(row.Target) ? await ChannelsIdAsync(row.Target!, cancellationToken) : row.Target;
        var isHopeless = sending.Closed || row.Ambiguous > (row.About is null ? MostTakenOver : 1) || clock.Now - row.Created > Oldest || (OngoingTurn.IsMark(row.Target) && target is null);
        if (!isHopeless && row is { Person: { } person, After: { } after })
            await NothingUnderWayAsync(person, after, cancellationToken);
        // Kept until what came of it is marked: when a process dies, no more are in doubt than may be sent at one time.
        using var room = isHopeless ? null : await RoomAsync(row.Conversation, handBack);
        var outcome = isHopeless ? new SendOutcome(SendVerdict.GiveUp, row.LastStatus)
            : room is null ? new SendOutcome(SendVerdict.TryAgain, row.LastStatus)
            : await TrySendAsync(sending, target, cancellationToken);
        await MarkAsync(sending, outcome, cancellationToken);
        return outcome;
    }

    private async Task<SendOutcome> TrySendAsync(Sending sending, string? target, CancellationToken cancellationToken)
    {
        if (!sending.Lease.IsFresh)
            await leases.ProlongAsync(sending.Lease, cancellationToken);
        using var trace = meters.Trace("send");
        var outcome = await connector.SendAsync(sending.Row, target, sending.Reference, cancellationToken);
        trace?.SetTag("verdict", outcome.Verdict.ToString());
        meters.Tried(outcome.Verdict);
        return outcome.Verdict == SendVerdict.Ambiguous && sending.Row.Ambiguous > 0 ? outcome with { Verdict = SendVerdict.GiveUp } : outcome;
    }

    // Null when the program stops before there is room: it was not sent, and another process will.
    private async Task<IDisposable?> RoomAsync(string conversation, CancellationToken handBack)
    {
        try
        {
            return await limits.EnterAsync(conversation, handBack);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<(ConversationReference Reference, bool Closed)> WhereToAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var conversation = await database.Conversations.AsNoTracking().FirstAsync(c => c.Key == row.Conversation, cancellationToken);
        return ((await ActivityJson.ReadAsync<ConversationReference>(conversation.Reference))!, conversation.ClosedFor is not null);
    }

    private async Task<string?> ChannelsIdAsync(string mark, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Outbox.Where(o => o.Mark == mark).Select(o => o.ChannelsId).FirstOrDefaultAsync(cancellationToken);
    }

    // What went out went out: from here on only this is tried again, for as long as it takes.
    private async Task MarkAsync(Sending sending, SendOutcome outcome, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await TryMarkAsync(sending, outcome, cancellationToken);
                return;
            }
            catch (Exception failed) when (DatabaseFailure.Is(failed))
            {
                log.LogError("What was sent could not be marked: {Error}", failed.GetType().Name);
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(2000, 50 << Math.Min(tries, 6))), cancellationToken);
            }
        }
    }

    private async Task TryMarkAsync(Sending sending, SendOutcome outcome, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var writer = await engine.WriterAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await WriteOutcomeAsync(database, sending.Row, outcome, cancellationToken);
        if (outcome.ClosedFor is { } reason)
            await database.Database.ExecuteSqlAsync($"UPDATE conversations SET closed_for = {reason} WHERE key = {sending.Row.Conversation}", cancellationToken);
        if (outcome.IsOver && sending.Next is { Id: var next })
            await database.Database.ExecuteSqlAsync($"UPDATE outbox SET status = {(int)OutboxStatus.Sending} WHERE id = {next} AND status = {(int)OutboxStatus.Waiting}", cancellationToken);
        var givenBack = outcome.IsOver && sending.IsLast && await sending.Lease.TryGiveBackAsync(database, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        sending.Lease.IsGivenBack |= givenBack;
    }

    private async Task WriteOutcomeAsync(CoachDatabase database, OutboxRow row, SendOutcome outcome, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        if (outcome.Verdict == SendVerdict.Sent)
        {
            // What was sent is sent, whoever says so.
            await database.Database.ExecuteSqlAsync(
                $"UPDATE outbox SET status = {(int)OutboxStatus.Sent}, body = '', attempts = {row.Attempts + 1}, last_status = {outcome.Status}, sent = {now.ToUnixTimeMilliseconds()}, channels_id = {outcome.ChannelsId} WHERE id = {row.Id}",
                cancellationToken);
            return;
        }

        // Anything else is for him to say who tried last.
        var (status, body) = outcome.IsOver ? (OutboxStatus.GivenUp, "") : (OutboxStatus.Waiting, row.Body);
        var (due, ambiguous) = ((now + outcome.After).ToUnixTimeMilliseconds(), row.Ambiguous + (outcome.Verdict == SendVerdict.Ambiguous ? 1 : 0));
        await database.Database.ExecuteSqlAsync(
            $"UPDATE outbox SET status = {(int)status}, body = {body}, attempts = {row.Attempts + 1}, ambiguous = {ambiguous}, last_status = {outcome.Status}, due = {due} WHERE id = {row.Id} AND status = {(int)OutboxStatus.Sending} AND attempts = {row.Attempts}",
            cancellationToken);
        if (row.About is not null && outcome.Verdict == SendVerdict.GiveUp && ambiguous == 0)
            await unasked.NeverWentOutAsync(database, row, cancellationToken);
    }

    /// <summary>One send: where it goes, what comes after it, and whether it is the last of its turn.</summary>
    private sealed record Sending(ConversationLease Lease, OutboxRow Row, ConversationReference Reference, bool Closed, OutboxRow? Next, bool IsLast);
}
