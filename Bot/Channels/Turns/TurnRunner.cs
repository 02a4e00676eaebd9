using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Channels.Turns;

/// <summary>
/// Works on one conversation: sends what waits, then takes what came in, one after the other. What a turn changes, what
/// it answers and what it wants to send are written in one transaction, under the conversation's lease.
/// </summary>
internal sealed class TurnRunner(
    IDbContextFactory<CoachDatabase> databases, DatabaseEngine engine, DatabaseClock clock, Leases leases, Outbox outbox, Connector connector, CoachAdapter adapter, Inbox inbox,
    Lazy<IBot> bot, WaitingChannels waiting, TurnSorry sorry, TurnMeters meters, TurnLimits limits, TimeProvider time, ILogger<TurnRunner> log)
{
    private const int MostTries = 3;
    // A process may die of many things; of the same message so often only if that is what kills it.
    private const int MostDeaths = 5;
    private static readonly TimeSpan GiveBackAgain = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns when nothing is left to do now, or somebody else is at it.</summary>
    /// <param name="conversation">Its key.</param>
    /// <param name="handBack">From then on nothing new is begun.</param>
    /// <param name="cancellationToken">From then on even what was begun is dropped.</param>
    public async Task WorkAsync(string conversation, CancellationToken handBack, CancellationToken cancellationToken)
    {
        if (await leases.TryTakeAsync(conversation, cancellationToken) is not { } lease)
            return;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var keeping = KeepAsync(lease, over.Token);
        try
        {
            await WorkAsync(lease, handBack, cancellationToken);
        }
        catch (LeaseLostException)
        {
            log.LogWarning("A conversation passed to somebody else while it was worked on");
        }
        finally
        {
            await over.CancelAsync();
            await keeping;
            if (!lease.IsGivenBack)
                await GiveBackAsync(lease, cancellationToken);
        }
    }

    // Whoever finds it not given back takes this process for dead.
    private async Task GiveBackAsync(ConversationLease lease, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await leases.GiveBackAsync(lease, CancellationToken.None);
                return;
            }
            catch (Exception failed) when (DatabaseFailure.Is(failed) && lease.IsFresh)
            {
                await Task.Delay(GiveBackAgain, time, cancellationToken).ContinueWith(static _ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task WorkAsync(ConversationLease lease, CancellationToken handBack, CancellationToken cancellationToken)
    {
        var next = await NextAsync(lease.Conversation, cancellationToken);
        // What waits goes before what is new.
        var clear = next is { Behind: false } || await outbox.SendDueAsync(lease, handBack, cancellationToken);
        while (next is not null && !handBack.IsCancellationRequested)
        {
            clear = await TakeAsync(lease, next.Row, clear, handBack, cancellationToken);
            next = lease.IsGivenBack ? null : await NextAsync(lease.Conversation, cancellationToken);
        }
    }

    private async Task<Next?> NextAsync(string conversation, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Inbox.AsNoTracking().Where(i => i.Conversation == conversation && i.Status == InboxStatus.Waiting).OrderBy(i => i.Id)
            .Select(i => new Next(i, database.Outbox.Any(o => o.Conversation == conversation && o.Status < OutboxStatus.Sent))).FirstOrDefaultAsync(cancellationToken);
    }

    // True when everything that was to be sent went out: what waits goes before what is new.
    private async Task<bool> TakeAsync(ConversationLease lease, InboxRow row, bool clear, CancellationToken handBack, CancellationToken cancellationToken)
    {
        if (await ActivityJson.ReadAsync<Activity>(row.Body) is not { } activity || row.Tries >= MostDeaths)
            return await ParkAsync(lease, row, clear, handBack, cancellationToken);
        // What was begun is finished when the program stops, as far as the turn's own time lets it.
        using var turn = new CancellationTokenSource(limits.Turn, time);
        IReadOnlyList<OutboxRow> outgoing;
        try
        {
            outgoing = await RunAsync(lease, row, activity, clear, turn.Token);
        }
        catch (Exception error) when (error is not LeaseLostException && !DatabaseFailure.Is(error) && (error is not OperationCanceledException || turn.IsCancellationRequested))
        {
            // The log gets the error's type and place, never its message, which may quote the person.
            log.LogError("A turn failed with {Error} at {Place}", error.GetType().FullName, error.StackTrace);
            outgoing = await FailedAsync(lease, row, activity, clear, forGood: turn.IsCancellationRequested);
        }

        return clear && await outbox.SendWrittenAsync(lease, outgoing, activity.GetConversationReference(), handBack, cancellationToken);
    }

    // Not even begun: it cannot be read, or whoever began it died, again and again.
    private async Task<bool> ParkAsync(ConversationLease lease, InboxRow row, bool clear, CancellationToken handBack, CancellationToken cancellationToken)
    {
        log.LogError("A message was parked unread after {Tries} tries", row.Tries);
        var activity = await ActivityJson.ReadAsync<Activity>(row.Body) ?? (await outbox.ReferenceAsync(lease.Conversation, cancellationToken)).GetContinuationActivity();
        var outgoing = await FailedAsync(lease, row, activity, clear, forGood: true);
        return clear && await outbox.SendWrittenAsync(lease, outgoing, activity.GetConversationReference(), handBack, cancellationToken);
    }

    private async Task<IReadOnlyList<OutboxRow>> RunAsync(ConversationLease lease, InboxRow row, Activity activity, bool clear, CancellationToken cancellationToken)
    {
        using var trace = meters.Trace("turn");
        await using var work = new TurnWork(await databases.CreateDbContextAsync(cancellationToken), lease.Conversation);
        var ongoing = new OngoingTurn(work, row.Received, clock, limits.Invoke);
        using var context = new TurnContext(adapter, activity);
        context.TurnState.Add(ongoing);
        context.TurnState.Add<Typing>((typing, cancel) => connector.ShowTypingAsync(typing, activity.GetConversationReference(), cancel));
        TurnWork.Current = work;
        try
        {
            await adapter.RunAsync(context, bot.Value.OnTurnAsync, cancellationToken);
        }
        finally
        {
            TurnWork.Current = null;
        }

        var answer = await AnswerOfAsync(activity, context, ongoing);
        await WriteAsync(lease, row, work, clear, InboxStatus.Done, answer, cancellationToken);
        return work.Outgoing;
    }

    private async Task WriteAsync(ConversationLease lease, InboxRow row, TurnWork work, bool clear, InboxStatus status, string answer, CancellationToken cancellationToken)
    {
        var database = work.Database;
        var stored = work.Promised is null ? answer : StoredAnswer.Held;
        using (await engine.WriterAsync(cancellationToken))
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            // The conversation before its messages, as whoever takes a message in does: in another order the two would wait for each other.
            await lease.HoldAsync(database, clock.Now, opens: true, cancellationToken);
            var (id, done) = (row.Id, clock.Now.ToUnixTimeMilliseconds());
            var mine = await database.Database.ExecuteSqlAsync($"UPDATE inbox SET status = {(int)status}, body = '', answer = {stored}, done = {done} WHERE id = {id} AND status = 0", cancellationToken);
            if (mine == 0)
                throw new LeaseLostException();
            foreach (var before in work.First)
                await before(database, cancellationToken);
            if (clear && work.Outgoing is [var first, ..])
                first.Status = OutboxStatus.Sending;
            database.Outbox.AddRange(work.Outgoing);
            await StateConflictException.WhenAsync(() => database.SaveChangesAsync(cancellationToken));
            foreach (var last in work.Last)
                await last(database, cancellationToken);
            // Where nothing is sent after, nothing is left to hold it for.
            var givenBack = work.Outgoing.Count == 0 && clear && await lease.TryGiveBackAsync(database, cancellationToken);
            await CommitAsync(transaction, row, cancellationToken);
            lease.IsGivenBack = givenBack;
        }

        if (work.Promised is { } promised)
        {
            await outbox.NothingUnderWayAsync(promised.Person, promised.After, cancellationToken);
            await inbox.ReleaseAsync(row.Id, answer, cancellationToken);
        }

        foreach (var then in work.Written)
            await then(cancellationToken);
        waiting.Done(row.Id, answer);
        meters.TurnDone(now: clock.Now, row.Received, status);
    }

    // The connection may break just when the database has written everything and says so.
    private async Task CommitAsync(Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, InboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            await transaction.CommitAsync(cancellationToken);
        }
        catch (Exception unknown) when (DatabaseFailure.Is(unknown))
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            if (!await database.Inbox.AnyAsync(i => i.Id == row.Id && i.Status != InboxStatus.Waiting, cancellationToken))
                throw;
        }
    }

    private async Task<IReadOnlyList<OutboxRow>> FailedAsync(ConversationLease lease, InboxRow row, Activity activity, bool clear, bool forGood)
    {
        await using var work = new TurnWork(await databases.CreateDbContextAsync(CancellationToken.None), lease.Conversation);
        if (!forGood && row.Tries + 1 < MostTries)
        {
            using (await engine.WriterAsync(CancellationToken.None))
                await work.Database.Inbox.Where(i => i.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.Tries, i => i.Tries + 1));
            return [];
        }

        meters.Parked();
        var apology = MessageFactory.Text(sorry.Text(activity.Locale));
        apology.ApplyConversationReference(activity.GetConversationReference());
        var answer = activity.Type == ActivityTypes.Invoke ? StoredAnswer.Of(new InvokeResponse { Status = StatusCodes.Status500InternalServerError }, "")
            : activity.DeliveryMode == DeliveryModes.ExpectReplies ? StoredAnswer.Of(new InvokeResponse { Status = StatusCodes.Status200OK }, await ActivityJson.WriteAsync(new ExpectedReplies([apology])))
            : "";
        if (activity.DeliveryMode != DeliveryModes.ExpectReplies)
            await new OngoingTurn(work, row.Received, clock, limits.Invoke).SendAsync(OutboxKind.Send, apology, null);
        await WriteAsync(lease, row, work, clear, InboxStatus.Parked, answer, CancellationToken.None);
        return work.Outgoing;
    }

    private static async Task<string> AnswerOfAsync(Activity activity, TurnContext context, OngoingTurn ongoing)
    {
        if (activity.DeliveryMode == DeliveryModes.ExpectReplies)
            return StoredAnswer.Of(new InvokeResponse { Status = StatusCodes.Status200OK }, await ActivityJson.WriteAsync(new ExpectedReplies(context.BufferedReplyActivities)));
        if (activity.Type != ActivityTypes.Invoke)
            return "";
        var invoked = ongoing.Invoked ?? new InvokeResponse { Status = StatusCodes.Status501NotImplemented };
        return StoredAnswer.Of(invoked, invoked.Body is null ? "" : await ActivityJson.WriteAsync(invoked.Body));
    }

    // A turn that waits for a language model outlasts its lease otherwise.
    private async Task KeepAsync(ConversationLease lease, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(limits.Lease / 3, time, over).ContinueWith(static _ => { }, TaskScheduler.Default);
            try
            {
                await leases.ProlongAsync(lease, over);
            }
            catch (LeaseLostException)
            {
                // Writing will tell.
                return;
            }
            catch (Exception ended) when (ended is OperationCanceledException || DatabaseFailure.Is(ended))
            {
                // Over; or the database is away for a moment.
            }
        }
    }

    /// <summary>What came in next, and whether something that was to be sent before waits still.</summary>
    private sealed record Next(InboxRow Row, bool Behind);
}
