using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CoachBot.Tests.Debrief;
using CoachBot.Tests.Storage;

namespace CoachBot.Tests.FollowUps;

/// <summary>A promise that is made just when a reminder about that customer goes out, with two programs on one server.</summary>
public sealed class A_promise_made_while_a_reminder_is_under_way
{
    private const int Reps = 60;

    [Fact]
    public async Task Is_said_when_nothing_is_under_way_any_more()
    {
        var channel = new SlowChannel();
        (string, string)[] settings = [("ConnectionStrings:Coach", await PostgresServer.NewDatabaseAsync()), ("Reminders:EverySeconds", "0.05"), ("Reminders:PerSecondAndTenant", "1000"), ("Sends:PerSecondAndTenant", "1000"), ("Sends:AtOnce", "100")];
        await using var sends = new CoachApp { Connector = channel, Settings = settings };
        await using var hears = new CoachApp { Connector = channel, Settings = settings };
        _ = sends.Server;
        var talks = new ConcurrentBag<(Chat Chat, string Rep)>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Reps), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => talks.Add((await AboutToPromiseAsync(hears, $"rep{i}"), $"rep{i}")));
        var random = new Random(1);
        var delays = talks.ToDictionary(t => t.Rep, _ => random.Next(0, 700));
        await DueFollowUps.AddForEverybodyAsync(sends.Services, TimeSpan.FromMilliseconds(300));

        var said = new ConcurrentDictionary<string, long>();
        await Task.WhenAll(talks.Select(async talk =>
        {
            await Task.Delay(delays[talk.Rep]);
            await talk.Chat.Taps("That fits");
            said[talk.Rep] = Stopwatch.GetTimestamp();
        }));
        await Task.Delay(500, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(channel.Began, sent => sent.At > said[sent.Rep]);
        // Both orders were there, or nothing was shown.
        Assert.InRange(channel.Began.Count, 1, Reps - 1);
    }

    private static async Task<Chat> AboutToPromiseAsync(CoachApp app, string rep)
    {
        var chat = app.Chat(rep);
        await chat.TellsAsync(new ANo("Please don't contact me again."));
        return chat;
    }

    /// <summary>Notes when a message to a rep was begun, and takes its time.</summary>
    private sealed class SlowChannel : HttpMessageHandler
    {
        private int _count;

        public ConcurrentQueue<(string Rep, long At)> Began { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var activity = (await request.Content!.ReadFromJsonAsync<JsonObject>(cancellationToken))!;
            Began.Enqueue((((string?)activity["conversation"]!["id"])!["chat-of-".Length..], Stopwatch.GetTimestamp()));
            var count = Interlocked.Increment(ref _count);
            await Task.Delay(count % 60, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(new { id = $"out-{count}" }) };
        }
    }
}
