using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CoachBot.Benchmarks.Faults;
using CoachBot.Benchmarks.Load;

namespace CoachBot.Benchmarks.Flood;

/// <summary>Ten people tell debriefs while another one floods the program, and while nobody does: how long they wait for an answer.</summary>
public static class FloodRun
{
    private const int People = 10;

    private static readonly HttpClient Http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 200 }) { Timeout = TimeSpan.FromSeconds(30) };

    public static async Task<int> RunAsync(FloodOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        await using var connector = await FaultConnector.StartAsync();
        await using var fleet = new Fleet(null, 1, null, Directory.CreateTempSubdirectory("coach-flood-").FullName);
        await fleet.StartAsync();
        var (quiet, flooded) = (new ConcurrentBag<double>(), new ConcurrentBag<double>());
        var statuses = new ConcurrentDictionary<int, int>();
        await MeasureAsync("warm", fleet, connector, TimeSpan.FromSeconds(options.Seconds), []);
        for (var round = 0; round < options.Rounds; round++)
        {
            await MeasureAsync($"quiet{round}", fleet, connector, TimeSpan.FromSeconds(options.Seconds), quiet);
            using var over = new CancellationTokenSource();
            var flooding = FloodAsync(fleet, connector, options.PerSecond, statuses, over.Token);
            await MeasureAsync($"flooded{round}", fleet, connector, TimeSpan.FromSeconds(options.Seconds), flooded);
            await over.CancelAsync();
            await flooding;
        }

        var (before, during) = (At95(quiet), At95(flooded));
        await Console.Out.WriteLineAsync(options.Json
            ? JsonSerializer.Serialize(new { quietP95Ms = Math.Round(before), floodedP95Ms = Math.Round(during), quietTurns = quiet.Count, floodedTurns = flooded.Count, flood = statuses }, JsonSerializerOptions.Web)
            : string.Create(CultureInfo.InvariantCulture, $"p95 without a flood {before:F0} ms ({quiet.Count} turns), with it {during:F0} ms ({flooded.Count} turns); the flood was answered {string.Join(", ", statuses.Select(s => $"{s.Key}: {s.Value}"))}"));
        return 0;
    }

    private static Task MeasureAsync(string name, Fleet fleet, FaultConnector connector, TimeSpan lasts, ConcurrentBag<double> waits) =>
        Task.WhenAll(Enumerable.Range(0, People).Select(async n =>
        {
            var began = Stopwatch.StartNew();
            for (var talk = 0; began.Elapsed < lasts; talk++)
            {
                for (var line = 0; line < Scenario.Debrief.Lines.Count && began.Elapsed < lasts; line++)
                {
                    var (person, at) = ($"{name}-{n}-{talk}", Stopwatch.GetTimestamp());
                    await PostAsync(fleet, connector, person, $"{person}-{line}", Scenario.Debrief.Lines[line]);
                    await connector.Of($"a:{person}").AnsweredAsync($"{person}-{line}", 1, TimeSpan.FromSeconds(30));
                    waits.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
                    await Task.Delay(300);
                }
            }
        }));

    // By the clock, not by the answers: whoever floods does not wait.
    private static async Task FloodAsync(Fleet fleet, FaultConnector connector, int perSecond, ConcurrentDictionary<int, int> statuses, CancellationToken over)
    {
        var (began, sent, under) = (Stopwatch.StartNew(), 0, new List<Task>());
        while (!over.IsCancellationRequested)
        {
            for (; sent < began.Elapsed.TotalSeconds * perSecond; sent++)
                under.Add(OneAsync(sent));
            under.RemoveAll(t => t.IsCompleted);
            await Task.Delay(10, CancellationToken.None);
        }

        await Task.WhenAll(under);

        async Task OneAsync(int number)
        {
            var status = await PostAsync(fleet, connector, "flooder", $"flood-{began.GetHashCode()}-{number}", "help");
            statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
        }
    }

    private static async Task<int> PostAsync(Fleet fleet, FaultConnector connector, string person, string id, string text)
    {
        var body = $$"""
            {"type":"message","text":{{JsonSerializer.Serialize(text)}},"id":"{{id}}","channelId":"msteams","serviceUrl":"{{connector.Address}}","locale":"en-US",
             "from":{"id":"29:{{person}}"},"recipient":{"id":"28:coach"},"conversation":{"conversationType":"personal","tenantId":"tenant","id":"a:{{person}}"} }
            """;
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await Http.PostAsync(new Uri(fleet.Replicas[0].Address, "api/messages"), content);
            return (int)answer.StatusCode;
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
        {
            return 0;
        }
    }

    private static double At95(ConcurrentBag<double> waits) => waits.Order().ElementAt(waits.Count * 95 / 100);
}
