using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace CoachBot.Benchmarks.Faults;

/// <summary>One scenario from the start of the program to the verdict.</summary>
internal sealed class FaultTrial(FaultScenario scenario, FaultOptions options, PostgresProcess? postgres, IReadOnlyList<IReadOnlyList<string>> expected)
{
    private static int _trials;

    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref _trials)}");
    private readonly ConcurrentBag<FaultPerson> _people = [];

    /// <summary>Null when the scenario needs a disk that cannot be mounted here.</summary>
    public async Task<Verdict?> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("coach-faults-").FullName;
        if (scenario.SmallDisk && !await Disturbers.MountAsync(folder, 24))
            return null;
        try
        {
            return await RunAsync(folder);
        }
        finally
        {
            if (scenario.SmallDisk)
                await Disturbers.UnmountAsync(folder);
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<Verdict> RunAsync(string folder)
    {
        var began = Stopwatch.StartNew();
        await using var connector = await FaultConnector.StartAsync();
        connector.Decide = Decide;
        var files = Directory.CreateDirectory(Path.Combine(folder, "files")).FullName;
        await using var fleet = new Fleet(options.Program, Math.Max(1, scenario.Replicas), scenario.Replicas == 0 ? null : await postgres!.NewDatabaseAsync(), files);
        await fleet.StartAsync();

        using var done = new CancellationTokenSource();
        var stage = new FaultStage(fleet, postgres, folder, Math.Clamp(6000 / options.Conversations, 1, 8), done.Token);
        if (scenario.DisturbAsync is null)
            stage.Enough.SetResult();
        var disturbing = scenario.DisturbAsync is { } disturb ? Task.Run(() => disturb(stage)) : Task.CompletedTask;
        _ = disturbing.ContinueWith(failed => stage.Enough.TrySetResult(), TaskScheduler.Default);

        var most = Math.Max(8, options.Conversations * scenario.Share / 1000);
        var started = 0;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(most, scenario.AtOnce)).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref started) is var number && (number <= most || !stage.Enough.Task.IsCompleted))
            {
                var person = new FaultPerson(string.Create(CultureInfo.InvariantCulture, $"{_name}-{number}"), fleet, connector, expected, scenario.Habits);
                _people.Add(person);
                await person.TalkAsync(CancellationToken.None);
            }
        })));
        await done.CancelAsync();
        await disturbing;
        foreach (var replica in fleet.Replicas)
        {
            if (!replica.IsRunning)
                replica.Start();
            await replica.ReadyAsync();
        }

        foreach (var (point, count) in stage.Points)
            await Console.Error.WriteLineAsync($"  killed {count} times at {point}");
        return await new Judge(connector, fleet, expected, Console.Error).JudgeAsync(scenario.Name, _people, began.Elapsed);
    }

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
