using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CoachBot.Benchmarks.Promises;
using CoachBot.Tests.Storage;

namespace CoachBot.Tests.FollowUps;

/// <summary>Many reminders due at one moment, with two programs of which one dies in the middle.</summary>
public sealed class A_burst_of_reminders
{
    private const int Reps = 150;

    [Fact]
    public async Task Reaches_everybody_though_one_of_two_programs_dies_and_nobody_more_often_than_was_in_flight()
    {
        var channel = new CountingChannel();
        var server = await PostgresServer.NewDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("coach-burst-");
        await using var stays = await StartAsync(folder.FullName, server, channel, 1);
        var dies = await StartAsync(folder.FullName, server, channel, 2);
        await Parallel.ForEachAsync(Enumerable.Range(0, Reps), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (rep, _) => Assert.True(await stays.PostAsync(rep, 0, rep, $"hello {rep}")));
        await WaitAsync(() => channel.Answers == Reps);
        await DueFollowUps.AddForEverybodyAsync(stays.Services, TimeSpan.FromMilliseconds(300));

        await WaitAsync(() => channel.Reminders.Count > Reps / 4);
        dies.Breakage.DieSoon();
        await WaitAsync(() => dies.Breakage.IsDead);
        await dies.DisposeAsync();

        await WaitAsync(() => channel.Reminders.Distinct().Count() == Reps);
        Assert.InRange(channel.Reminders.Count, Reps, Reps + 10);
        folder.Delete(recursive: true);
    }

    private static Task<PromiseProgram> StartAsync(string folder, string server, CountingChannel channel, int seed) =>
        PromiseProgram.StartAsync(folder, server, Path.Combine(AppContext.BaseDirectory, "Prompts"), program => new Way(channel, program), TimeProvider.System, new Breakage(onPostgres: true, rate: 0, seed));

    private static async Task WaitAsync(Func<bool> isSo)
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(40); await Task.Delay(10))
        {
            if (isSo())
                return;
        }

        Assert.Fail("It is not so after 40 s.");
    }

    private sealed class CountingChannel
    {
        private int _answers, _ids;

        public int Answers => Volatile.Read(ref _answers);

        public ConcurrentQueue<string> Reminders { get; } = [];

        public async Task<HttpResponseMessage> TakeAsync(JsonObject activity, CancellationToken cancellationToken)
        {
            if (activity["attachments"] is JsonArray { Count: > 0 })
                Reminders.Enqueue((string)activity["conversation"]!["id"]!);
            else
                Interlocked.Increment(ref _answers);
            await Task.Delay(20, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(new { id = $"out-{Interlocked.Increment(ref _ids)}" }) };
        }
    }

    private sealed class Way(CountingChannel channel, Breakage program) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var activity = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject();
            return program.IsDead ? throw new HttpRequestException(HttpRequestError.ConnectionError) : await channel.TakeAsync(activity, cancellationToken);
        }
    }
}
