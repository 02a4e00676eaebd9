using System.Diagnostics;
using CoachBot.Benchmarks.Servers;

namespace CoachBot.Benchmarks.Load;

/// <summary>Starts the server, lets people talk to it, and measures it from the end of the warm-up on.</summary>
public static class LoadRun
{
    /// <returns>0 when every turn was answered rightly, warm-up included; otherwise 1.</returns>
    public static async Task<int> RunAsync(LoadOptions options)
    {
        var tally = new Tally();
        await using var connector = options.ByCallback ? await LocalConnector.StartAsync(options.Port == 0 ? 0 : options.Port + 1, options.ConnectorTakes) : null;
        var servers = new List<ServerProcess>();
        try
        {
            return await RunAsync(options, connector, servers, tally);
        }
        finally
        {
            foreach (var server in servers)
                await server.DisposeAsync();
        }
    }

    private static async Task<int> RunAsync(LoadOptions options, LocalConnector? connector, List<ServerProcess> servers, Tally tally)
    {
        for (var n = 0; n < options.Replicas; n++)
        {
            servers.Add(options.Scenario == Scenario.Echo ? ServerProcess.Echo(options.Port) : ServerProcess.Coach(options.Program, options.Store, options.Port));
            await servers[n].ReadyAsync();
        }

        if (options.Prefill > 0)
        {
            await using var database = servers[0].OpenDatabase(options.Store);
            await OldRows.AddAsync(database, options.Prefill);
        }

        using var stop = new CancellationTokenSource();
        var doors = servers.Select(s => new HttpClient { BaseAddress = s.Address }).ToList();
        var people = Enumerable.Range(1, options.Concurrency)
            .Select(n => Task.Run(() => new VirtualPerson(n, options, doors[n % doors.Count], connector, tally).TalkAsync(stop.Token)))
            .ToList();
        await Task.Delay(options.WarmUp);

        var before = await UseAsync(servers);
        var began = Stopwatch.GetTimestamp();
        tally.Begin();
        await Task.Delay(options.Length);
        tally.End();
        var took = Stopwatch.GetElapsedTime(began);
        var after = await UseAsync(servers);
        await stop.CancelAsync();
        await Task.WhenAll(people);
        doors.ForEach(d => d.Dispose());

        var report = LoadReport.Of(options, took, before, after, tally);
        foreach (var error in tally.FirstErrors)
            await Console.Error.WriteLineAsync(error);
        report.Print(Console.Out, options.Json);
        return report is { Errors: 0, Turns: > 0 } ? 0 : 1;
    }

    // Of all processes together; the memory is that of the largest.
    private static async Task<ServerUse> UseAsync(List<ServerProcess> servers)
    {
        var uses = await Task.WhenAll(servers.Select(s => s.UseAsync()));
        return new ServerUse(TimeSpan.FromTicks(uses.Sum(u => u.Cpu.Ticks)), uses.Sum(u => u.Allocated), uses.Max(u => u.PeakMemory));
    }
}
