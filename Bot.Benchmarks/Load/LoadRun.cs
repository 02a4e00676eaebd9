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
        await using var connector = options.ByCallback ? await LocalConnector.StartAsync(options.Port == 0 ? 0 : options.Port + 1) : null;
        await using var server = options.Scenario == Scenario.Echo
            ? ServerProcess.Echo(options.Port)
            : ServerProcess.Coach(options.Program, options.Store, options.Port);
        await server.ReadyAsync();

        using var http = new HttpClient { BaseAddress = server.Address };
        using var stop = new CancellationTokenSource();
        var people = Enumerable.Range(1, options.Concurrency)
            .Select(n => Task.Run(() => new VirtualPerson(n, options, http, connector, tally).TalkAsync(stop.Token)))
            .ToList();
        await Task.Delay(options.WarmUp);

        var before = await server.UseAsync();
        var began = Stopwatch.GetTimestamp();
        tally.Begin();
        await Task.Delay(options.Length);
        tally.End();
        var took = Stopwatch.GetElapsedTime(began);
        var after = await server.UseAsync();
        await stop.CancelAsync();
        await Task.WhenAll(people);

        var report = LoadReport.Of(options, took, before, after, tally);
        foreach (var error in tally.FirstErrors)
            await Console.Error.WriteLineAsync(error);
        report.Print(Console.Out, options.Json);
        return report is { Errors: 0, Turns: > 0 } ? 0 : 1;
    }
}
