using System.Diagnostics;
using System.Diagnostics.Metrics;
using CoachBot.Storage.Tables;

namespace CoachBot.Channels.Turns;

/// <summary>Counts turns and how long they took from being stored to being written, in milliseconds, and traces them; numbers and names only.</summary>
internal sealed class TurnMeters : IDisposable
{
    public const string Name = "CoachBot.Turns";

    private readonly ActivitySource _traces = new(Name);
    private readonly Meter _meter = new(Name);
    private readonly Histogram<double> _turns;
    private readonly Counter<long> _parked;
    private readonly Counter<long> _sends;

    public TurnMeters()
    {
        _turns = _meter.CreateHistogram<double>("coachbot.turns.duration", "ms", "From the moment a message was stored to the moment its turn was written");
        _parked = _meter.CreateCounter<long>("coachbot.turns.parked", description: "Messages that failed at every try: somebody has to look");
        _sends = _meter.CreateCounter<long>("coachbot.turns.sends", description: "What came of each try to send something");
    }

    public void TurnDone(DateTimeOffset now, DateTimeOffset received, InboxStatus status) =>
        _turns.Record((now - received).TotalMilliseconds, new KeyValuePair<string, object?>("status", status.ToString()));

    public void Parked() => _parked.Add(1);

    public void Tried(SendVerdict verdict) => _sends.Add(1, new KeyValuePair<string, object?>("verdict", verdict.ToString()));

    /// <summary>A stretch of work that a trace shows; null where nobody listens. It carries no words and nobody's id.</summary>
    public Activity? Trace(string what) => _traces.StartActivity(what);

    public void Dispose()
    {
        _meter.Dispose();
        _traces.Dispose();
    }
}
