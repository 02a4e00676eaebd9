namespace CoachBot.Tests.Language;

/// <summary>A clock whose timers ring when a test moves its hands.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    public void Advance(TimeSpan by)
    {
        List<Alarm> due;
        lock (_lock)
        {
            _now += by;
            due = _alarms.FindAll(a => a.Due <= _now);
            _alarms.RemoveAll(due.Contains);
        }

        due.ForEach(a => a.Ring());
    }

    /// <summary>Waits until somebody waits for no longer than that, then lets the time pass.</summary>
    public async Task WhenWaitingAdvanceAsync(TimeSpan atMost, TimeSpan by)
    {
        while (!Waits(atMost))
            await Task.Delay(1, TestContext.Current.CancellationToken);
        Advance(by);
    }

    private bool Waits(TimeSpan atMost)
    {
        lock (_lock)
            return _alarms.Exists(a => a.Due - _now <= atMost);
    }

    private sealed class Alarm(HandClock clock, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._alarms.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = clock._now + dueTime;
                clock._alarms.Add(this);
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
                clock._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
