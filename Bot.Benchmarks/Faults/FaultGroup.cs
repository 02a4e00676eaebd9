using System.Diagnostics;

namespace CoachBot.Benchmarks.Faults;

/// <summary>Scenarios that share one program because nothing is done to it; a scenario that disturbs has a program to itself.</summary>
internal sealed class FaultGroup(IReadOnlyList<FaultScenario> scenarios, FaultOptions options, PostgresProcess? shared, IReadOnlyList<IReadOnlyList<string>> expected)
{
    private FaultScenario First => scenarios[0];

    public static IEnumerable<IReadOnlyList<FaultScenario>> Of(IEnumerable<FaultScenario> scenarios) =>
        scenarios.GroupBy(s => s.DisturbAsync is null ? $"{s.Replicas}" : s.Name).Select(g => g.ToList());

    /// <summary>From the start of the program to the verdicts; none where a disk is needed that cannot be mounted here.</summary>
    public async Task<IReadOnlyList<Verdict>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("coach-faults-").FullName;
        if (First.SmallDisk && !await Disturbers.MountAsync(folder, 24))
            return [];
        await using var own = First.OwnServer ? await PostgresProcess.StartAsync() : null;
        try
        {
            return await RunAsync(folder, own ?? shared);
        }
        finally
        {
            if (First.SmallDisk)
                await Disturbers.UnmountAsync(folder);
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<IReadOnlyList<Verdict>> RunAsync(string folder, PostgresProcess? postgres)
    {
        var began = Stopwatch.StartNew();
        var files = Directory.CreateDirectory(Path.Combine(folder, "files")).FullName;
        await using var fleet = new Fleet(options.Program, Math.Max(1, First.Replicas), First.Replicas == 0 ? null : await postgres!.NewDatabaseAsync(), files);
        await fleet.StartAsync();
        using var done = new CancellationTokenSource();
        var stage = new FaultStage(fleet, postgres, folder, Math.Clamp(6000 / options.Conversations, 1, 8), done.Token);
        if (First.DisturbAsync is null)
            stage.Enough.SetResult();
        var disturbing = First.DisturbAsync is { } disturb ? Task.Run(() => disturb(stage)) : Task.CompletedTask;
        _ = disturbing.ContinueWith(failed => stage.Enough.TrySetResult(), TaskScheduler.Default);

        List<Talks> talks = [.. scenarios.Select(s => new Talks(s, fleet, expected))];
        await Task.WhenAll(talks.Select(t => t.RunAsync(options.Conversations, stage.Enough.Task)));
        await done.CancelAsync();
        await disturbing;
        foreach (var replica in fleet.Replicas)
        {
            if (!replica.IsRunning)
                replica.Start();
        }

        await fleet.ReadyAsync();

        foreach (var (point, count) in stage.Points)
            await Console.Error.WriteLineAsync($"  killed {count} times at {point}");
        await Records.SettleAsync(fleet);
        List<Verdict> verdicts = [];
        foreach (var talk in talks)
        {
            verdicts.Add(await talk.JudgeAsync(began.Elapsed));
            await talk.DisposeAsync();
        }

        return verdicts;
    }
}
