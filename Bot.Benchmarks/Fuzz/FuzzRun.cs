using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Benchmarks.Faults;
using CoachBot.Tests.Channels.Fuzz;

namespace CoachBot.Benchmarks.Fuzz;

/// <summary>Hands activities that no channel sends to one process of the program: nothing may be unhandled, nothing slow, and its memory has to stay where it is.</summary>
public static class FuzzRun
{
    private const int AtOnce = 8;

    /// <returns>0 when every answer was one of those that are documented, and none took more than a second.</returns>
    public static async Task<int> RunAsync(FuzzOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        await using var connector = await FaultConnector.StartAsync();
        await using var fleet = new Fleet(null, 1, null, Directory.CreateTempSubdirectory("coach-fuzz-").FullName, perSecondAndConversation: 100_000);
        await fleet.StartAsync();
        var mutator = new Mutator(Bodies(options.Recorded), connector.Address, options.Seed);
        var (statuses, slow, memory) = (new ConcurrentDictionary<int, int>(), new ConcurrentBag<double>(), new List<long>());
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        var address = new Uri(fleet.Replicas[0].Address, "api/messages");
        for (var done = 0; done < options.Activities;)
        {
            var batch = Enumerable.Range(0, Math.Min(1000, options.Activities - done)).Select(_ => mutator.Next()).ToList();
            await Parallel.ForEachAsync(batch, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (body, _) => await PostAsync(http, address, body, statuses, slow));
            done += batch.Count;
            await Records.SettleAsync(fleet, sends: false);
            memory.Add(Resident(fleet.Replicas[0].Id));
        }

        var parked = await Records.ParkedAsync(fleet);
        var unhandled = statuses.Where(s => s.Key is 0 or 500 or 503).Sum(s => s.Value);
        var quarter = Math.Max(1, memory.Count / 4);
        var result = new
        {
            activities = options.Activities,
            unhandled,
            parked,
            overOneSecond = slow.Count(ms => ms > 1000),
            slowestMs = Math.Round(slow.DefaultIfEmpty().Max()),
            residentMbAfterAQuarter = memory[quarter - 1] >> 20,
            residentMbAtTheEnd = memory[^1] >> 20,
            statuses,
        };
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(result, JsonSerializerOptions.Web));
        return unhandled == 0 && result.overOneSecond == 0 ? 0 : 1;
    }

    private static async Task PostAsync(HttpClient http, Uri address, byte[] body, ConcurrentDictionary<int, int> statuses, ConcurrentBag<double> slow)
    {
        var (began, status) = (Stopwatch.GetTimestamp(), 0);
        try
        {
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var answer = await http.PostAsync(address, content);
            status = (int)answer.StatusCode;
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
        {
            // Counted as 0.
        }

        statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
        if (Stopwatch.GetElapsedTime(began).TotalMilliseconds is > 200 and var took)
            slow.Add(took);
        if (status is 0 or 500 or 503)
            await Console.Error.WriteLineAsync($"{status}: {System.Text.Encoding.UTF8.GetString(body)}");
    }

    private static List<string> Bodies(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "in-*.json").Order(StringComparer.Ordinal)
            .Select(file => JsonNode.Parse(File.ReadAllText(file))!["request"]!["body"]).OfType<JsonObject>().Select(body => body.ToJsonString()),
    ];

    private static long Resident(int process) => File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status"))
        .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10).FirstOrDefault();
}
