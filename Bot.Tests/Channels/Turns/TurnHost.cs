using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CoachBot.Channels.Turns;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CoachBot.Tests.Channels.Turns;

/// <summary>The program with another bot in it, one channel, and a database that can be taken over by another such program.</summary>
internal sealed class TurnHost(IBot bot, FakeChannel channel, string database, params (string Name, string Value)[] settings) : WebApplicationFactory<Program>
{
    private static int _messages;

    public StandingClock Clock { get; init; } = new();

    public TurnLimits Limits { get; init; } = new() { LookAround = TimeSpan.FromMilliseconds(20) };

    public Log Log { get; } = new();

    public LogLevel LogsFrom { get; init; } = LogLevel.Warning;

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public static JsonObject Message(string text = "hello", string conversation = "a:1", string? id = null) => new()
    {
        ["type"] = "message",
        ["id"] = id ?? $"turn-{Interlocked.Increment(ref _messages)}",
        ["text"] = text,
        ["channelId"] = "msteams",
        ["serviceUrl"] = CoachHost.Smba,
        ["from"] = new JsonObject { ["id"] = "29:person" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot" },
        ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = "personal", ["tenantId"] = "tenant" },
    };

    /// <summary>Hands an activity over; its status.</summary>
    public async Task<int> PostAsync(JsonObject activity) => (int)(await AnswerAsync(activity)).StatusCode;

    public Task<HttpResponseMessage> AnswerAsync(JsonObject activity) =>
        CreateClient().PostAsJsonAsync("/api/messages", JsonNode.Parse(activity.ToJsonString()), TestContext.Current.CancellationToken);

    /// <summary>Waits until everything has been worked on and sent.</summary>
    public Task SettledAsync() => UntilAsync(async database =>
        !await database.Inbox.AnyAsync(i => i.Status == InboxStatus.Waiting) && !await database.Outbox.AnyAsync(o => o.Status < OutboxStatus.Sent)
        && !await database.Conversations.AnyAsync(c => c.Holder != null));

    /// <summary>Lets time pass until everything has been worked on and sent.</summary>
    public Task SettledInTimeAsync() => UntilAsync(async database =>
    {
        Clock.Advance(TimeSpan.FromSeconds(20));
        await Task.Delay(25, TestContext.Current.CancellationToken);
        return !await database.Inbox.AnyAsync(i => i.Status == InboxStatus.Waiting) && !await database.Outbox.AnyAsync(o => o.Status < OutboxStatus.Sent);
    });

    public async Task UntilAsync(Func<CoachDatabase, Task<bool>> isSo)
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(5, TestContext.Current.CancellationToken))
        {
            await using var open = await Get<IDbContextFactory<CoachDatabase>>().CreateDbContextAsync();
            if (await isSo(open))
                return;
        }

        Assert.Fail("It is not so after 30 s.\n" + Log.Text);
    }

    public async Task<T> AskAsync<T>(Func<CoachDatabase, Task<T>> ask)
    {
        await using var open = await Get<IDbContextFactory<CoachDatabase>>().CreateDbContextAsync();
        return await ask(open);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development").UseSetting("Sends:PerConversation", "10000,10000,10000,10000").UseSetting("Sends:PerSecondAndTenant", "1000");
        builder.UseSetting(database.Contains('=', StringComparison.Ordinal) ? "ConnectionStrings:Coach" : "Storage:Path", database);
        foreach (var (name, value) in settings)
            builder.UseSetting(name, value);
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<IBot>();
            services.AddSingleton(bot);
            services.AddSingleton(Microsoft.Extensions.Options.Options.Create(Limits));
            services.AddHttpClient(Microsoft.Extensions.Options.Options.DefaultName).ConfigurePrimaryHttpMessageHandler(() => new Line(channel));
            services.AddLogging(logging => logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogsFrom));
            if (LogsFrom < LogLevel.Warning)
                services.PostConfigure<LoggerFilterOptions>(filter => filter.Rules.Clear());
        });
    }
}

/// <summary>The channel: it keeps what it is sent, and answers as a test wants; 200 unless told otherwise.</summary>
internal sealed class FakeChannel
{
    private int _ids;

    public ConcurrentQueue<(string Text, string Host)> Taken { get; } = new();

    /// <summary>Every request, also those that were not taken.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>What the n-th request is answered, counted from 1; null takes it.</summary>
    public Func<int, HttpResponseMessage?> Answer { get; set; } = _ => null;

    public ConcurrentQueue<JsonObject> Activities { get; } = new();

    public IEnumerable<string> Texts => Taken.Select(t => t.Text);

    public static HttpResponseMessage Refusal(HttpStatusCode status, string? code = null, int? retryAfter = null)
    {
        var refusal = new HttpResponseMessage(status) { Content = new StringContent(code is null ? "" : $$"""{"error":{"code":"{{code}}"} }""") };
        if (retryAfter is { } seconds)
            refusal.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return refusal;
    }

    public async Task<HttpResponseMessage> TakeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var activity = (await request.Content!.ReadFromJsonAsync<JsonObject>(cancellationToken))!;
        var text = (string?)activity["text"] ?? "";
        Asked.Enqueue(text);
        if (Answer(Asked.Count) is { } answer)
            return answer;
        Taken.Enqueue((text, request.RequestUri!.Host));
        Activities.Enqueue(activity);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(new { id = $"out-{Interlocked.Increment(ref _ids)}" }) };
    }
}

/// <summary>The way to the channel of one program, which ends with that program.</summary>
internal sealed class Line(FakeChannel channel) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => channel.TakeAsync(request, cancellationToken);
}
