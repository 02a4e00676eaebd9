using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using CoachBot.Tests.Debrief;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Tests.FollowUps;

/// <summary>A rep, the running coach and the channel that it writes to by itself. It is Monday, 2 March 2026, 9:00 in London.</summary>
internal sealed class RemindedRep : IAsyncDisposable
{
    public static readonly ANo Later = new("Not now, please ask me again in September.");

    public RemindedRep(params (string Name, string Value)[] settings)
    {
        Channel = new OwnWords();
        Coach = new CoachApp { Connector = Channel, Settings = [("Reminders:EverySeconds", "0.05"), ("Reminders:PerSecondAndTenant", "1000"), .. settings] };
        Chat = Coach.Chat();
    }

    public CoachApp Coach { get; private set; }

    public OwnWords Channel { get; }

    public Chat Chat { get; private set; }

    /// <summary>Debriefs a customer who wants to be asked later, up to the question when.</summary>
    public async Task<Chat> ComesToADateAsync(string customer = "Anna")
    {
        await Chat.TellsAsync(new ANo("Not now, ask me another time.") { Customer = customer });
        await Chat.CorrectsAsync("nurture.timing");
        return await Chat.Taps("Go on");
    }

    /// <summary>Plans a follow-up and ends the debrief.</summary>
    public async Task PlansAsync(string customer, string when)
    {
        (await ComesToADateAsync(customer)).Hears("follow-up.ask");
        (await Chat.Says(when)).Hears("follow-up.check.ask");
        (await Chat.Taps("Yes, that's right")).Hears("follow-up.planned");
        await Chat.Taps(Chat.Buttons[0]);
        (await Chat.Taps(Chat.Buttons[0])).Hears("debrief.recap.ask");
    }

    /// <summary>Tells in another conversation that a customer asked for no contact; what was planned about them is taken back.</summary>
    public async Task<Chat> PromisesElsewhereAsync(string customer = "Anna")
    {
        var elsewhere = Coach.Chat(conversation: "another");
        await elsewhere.TellsAsync(new ANo("Please don't contact me again.") { Customer = customer });
        return (await elsewhere.Taps("That fits")).Hears("promise.withdrew");
    }

    /// <summary>A copy of the database as it is, in a file of its own.</summary>
    public async Task<string> CopiesAsync()
    {
        var copy = Path.GetTempFileName();
        File.Delete(copy);
        await AskAsync(d => d.Database.ExecuteSqlAsync($"VACUUM INTO {copy}"));
        return copy;
    }

    /// <summary>Lets time pass, and what falls due then be worked on.</summary>
    public async Task WaitsAsync(TimeSpan time)
    {
        Coach.Clock.Advance(time);
        await QuietAsync();
    }

    public Task WaitsUntilAsync(int year, int month, int day, int hour, int minute = 0) =>
        WaitsAsync(new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.Zero) - Coach.Clock.GetUtcNow());

    /// <summary>Waits until nothing is due any more and all is sent.</summary>
    public async Task QuietAsync()
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(5))
        {
            var now = Coach.Clock.GetUtcNow();
            if (!await AskAsync(d => d.FollowUps.AnyAsync(f => f.Status == FollowUpStatus.Planned && f.Due <= now)))
            {
                await Coach.SettledAsync();
                return;
            }
        }

        Assert.Fail("Something is still due after 30 s.");
    }

    /// <summary>Presses a button of the last card that came by itself.</summary>
    public async Task<Chat> PressesAsync(string title, params (string Input, string Value)[] inputs)
    {
        var data = Chat.ActionsOf(Channel.Sent.Last().SelectCard()).First(a => (string?)a!["title"] == title)!["data"]!.AsObject();
        return await Chat.Presses(data, title, inputs);
    }

    public async Task<T> AskAsync<T>(Func<CoachDatabase, Task<T>> ask)
    {
        await using var database = await Coach.Get<IDbContextFactory<CoachDatabase>>().CreateDbContextAsync();
        return await ask(database);
    }

    public Task<List<FollowUpRow>> FollowUpsAsync() => AskAsync(d => d.FollowUps.AsNoTracking().OrderBy(f => f.Id).ToListAsync());

    public async Task RestartsAsync(TimeSpan down, Action<string>? between = null)
    {
        var now = Coach.Clock.GetUtcNow();
        Coach = await Coach.RestartAsync(between);
        Coach.Clock.Advance(now + down - Coach.Clock.GetUtcNow());
        Chat = Coach.Chat();
        await QuietAsync();
    }

    public ValueTask DisposeAsync() => Coach.DisposeAsync();

    /// <summary>The channel: keeps what the coach says by itself, and answers as a test wants.</summary>
    public sealed class OwnWords : HttpMessageHandler
    {
        private int _count;

        public ConcurrentQueue<JsonObject> Sent { get; } = [];

        public Func<int, HttpResponseMessage?> Answer { get; set; } = _ => null;

        public IReadOnlyList<string> Texts => [.. Sent.Select(Chat.Text)];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var activity = (await request.Content!.ReadFromJsonAsync<JsonObject>(cancellationToken))!;
            var count = Interlocked.Increment(ref _count);
            if (Answer(count) is { } refusal)
                return refusal;
            Sent.Enqueue(activity);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(new { id = $"out-{count}" }) };
        }
    }
}

internal static class SentCards
{
    public static JsonObject SelectCard(this JsonObject sent) => Chat.Cards(sent).Single();
}
