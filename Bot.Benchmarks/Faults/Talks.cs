using System.Collections.Concurrent;
using System.Globalization;
using CoachBot.Benchmarks.Load;

namespace CoachBot.Benchmarks.Faults;

/// <summary>The people of one scenario and the connector that they are answered through.</summary>
internal sealed class Talks(FaultScenario scenario, Fleet fleet, IReadOnlyList<IReadOnlyList<string>> expected) : IAsyncDisposable
{
    private static int _all;

    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref _all)}");
    private readonly ConcurrentBag<FaultPerson> _people = [];
    private FaultConnector? _connector;

    /// <summary>Has this scenario's share of the conversations held, and more until there were enough faults.</summary>
    public async Task RunAsync(int conversations, Task enough)
    {
        _connector = await FaultConnector.StartAsync();
        _connector.Decide = Decide;
        var most = Math.Max(8, conversations * scenario.Share / 1000);
        var started = 0;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(most, scenario.AtOnce)).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref started) is var number && (number <= most || !enough.IsCompleted))
            {
                var lines = scenario.Whole || number % 3 == 0 ? Scenario.Debrief.Lines.Count : FaultPerson.Few;
                var person = new FaultPerson(string.Create(CultureInfo.InvariantCulture, $"{_name}-{number}"), fleet, _connector, expected, scenario.Habits, lines);
                _people.Add(person);
                await person.TalkAsync(CancellationToken.None);
            }
        })));
    }

    public Task<Verdict> JudgeAsync(TimeSpan took) => new Judge(_connector!, fleet, expected, Console.Error).JudgeAsync(scenario, _people, took);

    public ValueTask DisposeAsync() => _connector?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Fate Decide(string conversation, string replyTo, int seen)
    {
        if (scenario.Habits.HasFlag(Habits.Blocked))
            return replyTo == string.Create(CultureInfo.InvariantCulture, $"{conversation[2..]}-{FaultPerson.BlockedLine}") ? Fate.Forbid : Fate.Take;
        if (scenario.Connector is not { } connector)
            return Fate.Take;
#pragma warning disable CA5394 // It is to be the same in every run.
        return connector(new Random(HashCode(replyTo)), seen);
#pragma warning restore CA5394
    }

    private static int HashCode(string text) => text.Aggregate(17, (hash, c) => unchecked((hash * 31) + c));
}
