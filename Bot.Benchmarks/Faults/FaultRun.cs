using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CoachBot.Benchmarks.Faults;

/// <summary>People tell debriefs to the real program while it is disturbed; afterwards nothing may be lost and nothing doubled.</summary>
public static class FaultRun
{
    // In this order they begin: what takes longest goes first.
    private static readonly FaultScenario[] All =
    [
        new("postgres, 2: killed at every point", 2, 20, Habits.None, Disturbers.CrashAtEveryPointAsync) { AtOnce = 4 },
        new("sqlite: killed at every point", 0, 20, Habits.None, Disturbers.CrashAtEveryPointAsync) { AtOnce = 4 },
        new("sqlite: activities again and again, edits in between", 0, 180, Habits.Twice | Habits.Noise),
        new("sqlite: two devices", 0, 120, Habits.TwoDevices),
        new("sqlite: connector answers 429", 0, 70, Habits.None) { AtOnce = 96, Connector = (die, seen) => seen < 2 && die.Next(10) < 1 ? Fate.TooMany : Fate.Take },
        new("sqlite: connector fails, hangs, cuts", 0, 70, Habits.None) { Connector = Doubtful, AtOnce = 96 },
        new("sqlite: connector answers 403", 0, 40, Habits.Blocked) { Whole = true },
        new("postgres, 3: one killed every 5 s", 3, 50, Habits.Twice, Disturbers.KillWhenReadyAsync) { AtOnce = 12 },
        new("postgres, 3: the same without mercy (apart)", 3, 20, Habits.Twice, Disturbers.KillWithoutMercyAsync) { Apart = true, AtOnce = 12 },
        new("postgres, 2: frozen for 13 s", 2, 50, Habits.None, Disturbers.FreezeAsync) { AtOnce = 8 },
        new("sqlite: killed every 5 s, activities again and again", 0, 100, Habits.Twice, Disturbers.KillWhenReadyAsync) { AtOnce = 12 },
        new("postgres, 2: server crashes", 2, 60, Habits.None, Disturbers.CrashPostgresAsync) { OwnServer = true, AtOnce = 8 },
        new("postgres, 2: activities again and again to either", 2, 130, Habits.Twice | Habits.Noise),
        new("postgres, 2: two devices", 2, 70, Habits.TwoDevices),
        new("sqlite: disk full", 0, 30, Habits.None, Disturbers.FillDiskAsync) { SmallDisk = true, AtOnce = 8 },
        new("sqlite: locked for 3 s", 0, 30, Habits.None, Disturbers.LockAsync) { AtOnce = 8 },
    ];

    /// <returns>0 when nothing was lost, doubled or leaked; otherwise 1.</returns>
    public static async Task<int> RunAsync(FaultOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var began = Stopwatch.StartNew();
        var chosen = All.Where(s => options.Store == "both" || (s.Replicas == 0) == (options.Store == "sqlite"))
            .Where(s => options.Only is not null || !s.Apart || options.Conversations >= 1000)
            .Where(s => options.Only is null || s.Name.Contains(options.Only, StringComparison.OrdinalIgnoreCase)).ToList();
        await using var postgres = chosen.Any(s => s is { Replicas: > 0, OwnServer: false }) ? await PostgresProcess.StartAsync() : null;
        var expected = await ExpectedAsync(options);
        await Console.Out.WriteLineAsync($"{"scenario",-52} {"talks",6} {"turns",7} {"faults",6} {"lost",5} {"doubled",7} {"resent",6} {"gave up",7} {"in doubt",8} {"s",5}");
        using var lanes = new SemaphoreSlim(options.Lanes);
        var running = FaultGroup.Of(chosen).Select(group => RunAsync(new FaultGroup(group, options, postgres, expected), lanes)).ToList();
        var verdicts = (await Task.WhenAll(running)).SelectMany(v => v).ToList();

        var (counted, apart) = (verdicts.Where(v => !v.Scenario.Apart).ToList(), verdicts.Where(v => v.Scenario.Apart).ToList());
        foreach (var scenario in chosen.Except(verdicts.Select(v => v.Scenario)))
            await Console.Out.WriteLineAsync($"{scenario.Name,-52} not run: no disk can be mounted here");
        if (options.Json)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new
            {
                conversations = counted.Sum(v => v.Conversations),
                turns = counted.Sum(v => v.Turns),
                lost = counted.Sum(v => v.Lost),
                doubled = counted.Sum(v => v.Doubled),
                resent = counted.Sum(v => v.Resent),
                gaveUp = counted.Sum(v => v.GaveUp),
                inDoubt = counted.Sum(v => v.InDoubt),
                leaks = counted.Sum(v => v.Leaks),
                faults = counted.Sum(v => v.Faults),
                seconds = Math.Round(began.Elapsed.TotalSeconds),
                withoutMercy = apart.Select(v => new { v.Conversations, v.Faults, v.Lost, v.Doubled, v.Resent, v.GaveUp }),
            }, JsonSerializerOptions.Web));
        }

        return verdicts.Count > 0 && counted.All(v => v.Fine) ? 0 : 1;
    }

    private static async Task<IReadOnlyList<Verdict>> RunAsync(FaultGroup group, SemaphoreSlim lanes)
    {
        await lanes.WaitAsync();
        try
        {
            var verdicts = await group.RunAsync();
            foreach (var v in verdicts)
            {
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{v.Scenario.Name,-52} {v.Conversations,6} {v.Turns,7} {v.Faults,6} {v.Lost,5} {v.Doubled,7} {v.Resent,6} {v.GaveUp,7} {v.InDoubt,8} {v.Took.TotalSeconds,5:F0}"));
            }

            return verdicts;
        }
        finally
        {
            lanes.Release();
        }
    }

    // Each once, whatever happens to the first copy: what stays in doubt twice may be lost.
    private static Fate Doubtful(Random die, int seen) => seen > 0 ? Fate.Take : die.Next(100) switch
    {
        < 1 => Fate.FailTaken,
        < 2 => Fate.FailUntaken,
        < 3 => Fate.CutTaken,
        < 4 => Fate.CutUntaken,
        4 when die.Next(8) == 0 => Fate.HangTaken,
        _ => Fate.Take,
    };

    // What a debrief is answered when nothing happens, told twice: both must agree.
    private static async Task<IReadOnlyList<IReadOnlyList<string>>> ExpectedAsync(FaultOptions options)
    {
        await using var connector = await FaultConnector.StartAsync();
        await using var fleet = new Fleet(options.Program, 1, null, Directory.CreateTempSubdirectory("coach-faults-").FullName);
        await fleet.StartAsync();
        var lines = Load.Scenario.Debrief.Lines.Count;
        FaultPerson[] people = [new("one", fleet, connector, null, Habits.None, lines), new("two", fleet, connector, null, Habits.None, lines)];
        await Task.WhenAll(people.Select(p => p.TalkAsync(CancellationToken.None)));
        await Records.SettleAsync(fleet);
        var heard = people.Select(p => p.Lines.Select(l => (IReadOnlyList<string>)[.. connector.Of(p.Name).Sends.Where(s => s.ReplyTo == l).Select(s => s.Words)]).ToList()).ToList();
        for (var line = 0; line < heard[0].Count; line++)
        {
            if (heard[0][line].Count == 0 || !heard[0][line].SequenceEqual(heard[1][line]))
                throw new InvalidOperationException($"Without any fault, line {line} was answered differently to two people: {string.Join(" / ", heard[0][line])} and {string.Join(" / ", heard[1][line])}");
        }

        return heard[0];
    }
}
