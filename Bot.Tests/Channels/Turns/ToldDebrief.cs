using System.Diagnostics;
using System.Net.Http.Json;
using CoachBot.Channels.Turns;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoachBot.Tests.Channels.Turns;

/// <summary>The coach as it is, to which people tell whole debriefs, over a channel that keeps every request.</summary>
internal sealed class ToldDebrief : IAsyncDisposable
{
    private static readonly string[] Lines =
    [
        "debrief", "annual maintenance plan", "Anna", "Face to face", "It's just too expensive for us.", "she held steady, looked at me",
        "I thanked her and said I understand", "Once", "No", "Yes", "Too expensive, or not clear", "That fits",
        "go on", "I could have asked about the budget first.", "Ask her on Monday what it would have to cost.",
    ];

    private readonly CoachApp _app;
    private readonly WebApplicationFactory<Program> _host;
    private readonly HttpClient _http;
    private int _people;

    /// <param name="server">The connection string of an empty database; null for a file of SQLite.</param>
    /// <param name="failing">Lets calls of the database fail.</param>
    public ToldDebrief(string? server, IInterceptor? failing = null)
    {
        _app = new CoachApp { Connector = Channel, Settings = [("ConnectionStrings:Coach", server ?? ""), ("Sends:PerSecondAndTenant", "1000")] };
        _host = _app.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(Microsoft.Extensions.Options.Options.Create(new TurnLimits { LookAround = TimeSpan.FromMilliseconds(20), Lease = TimeSpan.FromMilliseconds(300) }));
            services.AddLogging(logging => logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft", LogLevel.None));
            if (failing is not null)
                services.ConfigureDbContext<CoachDatabase>(options => options.AddInterceptors(failing));
        }));
        _http = _host.CreateClient();
    }

    public ReplyLog Channel { get; } = new();

    public Log Log { get; } = new();

    public string NewPerson() => $"teller-{Interlocked.Increment(ref _people)}";

    /// <summary>Says every line, each when the answers to the one before have arrived.</summary>
    /// <param name="person">Who tells.</param>
    /// <param name="before">Done before each line.</param>
    /// <param name="after">Done when everything that came of it is over.</param>
    /// <returns>What was answered to which line.</returns>
    public async Task<IReadOnlyList<Reply>> TellAsync(string person, Action? before = null, Action? after = null)
    {
        for (var at = 0; at < Lines.Length; at++)
        {
            before?.Invoke();
            while (await HandOverAsync(person, at) is var status && status != 200)
                Assert.Equal(503, status);
            await SettledAsync(person);
            after?.Invoke();
        }

        await AllHadOneEffectAsync(person);
        return Channel.Of(person);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _app.DisposeAsync();
    }

    private async Task<int> HandOverAsync(string person, int line)
    {
        var message = TurnHost.Message(Lines[line], person, $"{person}:{line}");
        message["from"]!["id"] = $"29:{person}";
        message["locale"] = "en-US";
        using var answer = await _http.PostAsJsonAsync("/api/messages", message, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    // Time passes: leases run out, and what has to wait falls due.
    private async Task SettledAsync(string person)
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(4, TestContext.Current.CancellationToken))
        {
            _app.Clock.Advance(TimeSpan.FromMilliseconds(20));
            var now = _host.Services.GetRequiredService<DatabaseClock>().Now;
            await using var database = await OpenAsync();
            if (await database.Conversations.TagWith(NthCall.Mine).AnyAsync(c => c.Key.EndsWith("/" + person) && (c.Holder == null || c.LeasedUntil < now))
                && !await database.Inbox.TagWith(NthCall.Mine).AnyAsync(i => i.Conversation.EndsWith("/" + person) && i.Status == InboxStatus.Waiting)
                && !await database.Outbox.TagWith(NthCall.Mine).AnyAsync(o => o.Conversation.EndsWith("/" + person) && o.Status < OutboxStatus.Sent))
            {
                return;
            }

            await database.Database.ExecuteSqlRawAsync($"/* {NthCall.Mine} */ UPDATE outbox SET due = 0 WHERE status = 0 AND due > 0", TestContext.Current.CancellationToken);
        }

        Assert.Fail($"Something of {person} is still under way after 30 s.\n{Log.Text}");
    }

    private async Task AllHadOneEffectAsync(string person)
    {
        await using var database = await OpenAsync();
        var taken = await database.Inbox.TagWith(NthCall.Mine).Where(i => i.Conversation.EndsWith("/" + person)).OrderBy(i => i.Id).Select(i => new { i.ActivityId, i.Status }).ToListAsync();
        Assert.Equal(Lines.Select((_, at) => $"{person}:{at}"), taken.Select(i => i.ActivityId));
        Assert.All(taken, i => Assert.Equal(InboxStatus.Done, i.Status));
        Assert.Equal(1, await database.Debriefs.TagWith(NthCall.Mine).CountAsync(d => d.Conversation.EndsWith("/" + person)));
    }

    private Task<CoachDatabase> OpenAsync() => _host.Services.GetRequiredService<IDbContextFactory<CoachDatabase>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
}
