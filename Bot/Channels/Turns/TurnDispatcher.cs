using System.Threading.Channels;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Channels.Turns;

/// <summary>
/// Has conversations worked on: at once where something came in, and by looking around every second for what another
/// process has left behind or what has fallen due.
/// </summary>
internal sealed class TurnDispatcher(TurnRunner runner, IDbContextFactory<CoachDatabase> databases, DatabaseClock clock, Leases leases, Places places, TurnLimits limits, Drain drain, ILogger<TurnDispatcher> log) : BackgroundService
{
    private const int MostAtOnce = 500;

    private readonly Channel<string> _queue = System.Threading.Channels.Channel.CreateUnbounded<string>();
    private readonly Lock _lock = new();
    // Conversations that are queued or worked on; true where something came in meanwhile.
    private readonly Dictionary<string, bool> _busy = new(StringComparer.Ordinal);

    private readonly HashSet<Task> _working = [];

    /// <summary>How many conversations are queued or worked on.</summary>
    public int Busy
    {
        get
        {
            lock (_lock)
                return _busy.Count;
        }
    }

    /// <summary>Something came in, or fell due, in this conversation.</summary>
    public void Signal(string conversation)
    {
        lock (_lock)
        {
            if (_busy.ContainsKey(conversation))
            {
                _busy[conversation] = true;
                return;
            }

            _busy[conversation] = false;
        }

        _queue.Writer.TryWrite(conversation);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(LookAroundAsync(stoppingToken), WorkAsync(stoppingToken));

    private async Task WorkAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                var conversation = await _queue.Reader.ReadAsync(stopping);
                await places.TakeAsync(stopping);
                Begin(Task.Run(() => WorkOnAsync(conversation, stopping), CancellationToken.None));
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Task[] left;
            lock (_lock)
                left = [.. _working];
            await Task.WhenAll(left);
        }
    }

    private void Begin(Task work)
    {
        lock (_lock)
            _working.Add(work);
        _ = work.ContinueWith(done =>
        {
            lock (_lock)
                _working.Remove(done);
        }, TaskScheduler.Default);
    }

    private async Task WorkOnAsync(string conversation, CancellationToken stopping)
    {
        try
        {
            await WorkOffAsync(conversation, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        finally
        {
            places.GiveBack();
        }
    }

    private async Task WorkOffAsync(string conversation, CancellationToken stopping)
    {
        do
        {
            lock (_lock)
                _busy[conversation] = false;
            if (drain.HandBack.IsCancellationRequested)
                continue;
            try
            {
                await runner.WorkAsync(conversation, drain.HandBack, stopping);
            }
            catch (Exception error) when (!stopping.IsCancellationRequested)
            {
                // It stays in the database; looking around finds it again.
                log.LogError("Working on a conversation failed with {Error} at {Place}", error.GetType().FullName, error.StackTrace);
            }
        }
        while (!IsOver(conversation));
    }

    private bool IsOver(string conversation)
    {
        lock (_lock)
            return !_busy[conversation] && _busy.Remove(conversation);
    }

    private async Task LookAroundAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && !drain.HasBegun)
        {
            try
            {
                await clock.ReadAsync(stopping);
                await leases.EndThoseOfTheDeadAsync(stopping);
                foreach (var conversation in await LeftAsync(stopping))
                    Signal(conversation);
            }
            catch (Exception error) when (!stopping.IsCancellationRequested)
            {
                log.LogError("Looking around failed with {Error}", error.GetType().FullName);
            }

            await Task.Delay(limits.LookAround, stopping).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    private async Task<List<string>> LeftAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.Now;
        // From the few that are open, by their own indexes, to their conversations: never the other way round.
        var open = database.Inbox.Where(i => i.Status == InboxStatus.Waiting).Select(i => i.Conversation)
            .Union(database.Outbox.Where(o => o.Status < OutboxStatus.Sent && o.Due <= now).Select(o => o.Conversation));
        return await open.Join(database.Conversations, key => key, c => c.Key, (_, c) => c).Where(c => c.LeasedUntil < now)
            .OrderBy(c => c.LeasedUntil).Select(c => c.Key).Take(MostAtOnce).ToListAsync(cancellationToken);
    }
}
