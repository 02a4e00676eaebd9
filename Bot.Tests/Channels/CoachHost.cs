using System.Text;
using System.Text.Json.Nodes;
using CoachBot.Channels.Turns;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CoachBot.Tests.Channels;

/// <summary>The running program with another bot behind its door: what is tested is the door.</summary>
internal sealed class CoachHost(IBot bot, params (string Name, string Value)[] settings) : WebApplicationFactory<Program>
{
    public const string AppId = "0a1b2c3d-1111-4222-8333-444455556666";
    public const string Tenant = "99998888-7777-4666-8555-444433332222";
    public const string Smba = "https://smba.trafficmanager.net/teams/";

    public static readonly (string, string)[] Credentials =
    [
        ("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppId", AppId),
        ("MicrosoftAppTenantId", Tenant), ("MicrosoftAppPassword", "not-a-secret"),
    ];

    private static int _messages;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coach-host-");

    public string Environment { get; init; } = "Development";

    public TurnLimits Limits { get; init; } = new();

    public Log Log { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment).UseSetting("Storage:Path", Path.Combine(_folder.FullName, "coach.db"));
        foreach (var (name, value) in settings)
            builder.UseSetting(name, value);
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<IBot>();
            services.AddSingleton(bot);
            services.AddSingleton(Microsoft.Extensions.Options.Options.Create(Limits));
            services.AddLogging(logging => logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Debug));
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_folder.Exists)
            _folder.Delete(recursive: true);
    }

    public static JsonObject Message(string text = "hello", string serviceUrl = Smba) => new()
    {
        ["type"] = "message",
        ["id"] = $"activity-{Interlocked.Increment(ref _messages)}",
        ["text"] = text,
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceUrl,
        ["deliveryMode"] = "expectReplies",
        ["from"] = new JsonObject { ["id"] = "29:person", ["name"] = "Ada" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Coach" },
        ["conversation"] = new JsonObject { ["id"] = "a:1", ["conversationType"] = "personal" },
    };

    public Task<HttpResponseMessage> PostAsync(JsonObject activity, string? authorization = null) =>
        PostAsync(Encoding.UTF8.GetBytes(activity.ToJsonString()), authorization);

    public async Task<HttpResponseMessage> PostAsync(byte[] body, string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<string?> FirstReplyAsync(HttpResponseMessage response)
    {
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (string?)body?["activities"]?[0]?["text"];
    }
}

/// <summary>One program without credentials and one with, for tests that only knock: within a class they knock one after the other.</summary>
public sealed class Doors : IAsyncDisposable
{
    internal ScriptedBot Bot { get; } = new();

    internal CoachHost Local { get; }

    internal CoachHost Teams { get; }

    public Doors()
    {
        Local = new CoachHost(Bot);
        Teams = new CoachHost(Bot, CoachHost.Credentials);
    }

    /// <summary>The status of the answer, after making sure that only a 200 has reached the bot.</summary>
    internal async Task<int> KnockAsync(Func<Task<HttpResponseMessage>> knock)
    {
        var heard = Bot.Heard.Count;
        var response = await knock();
        Assert.Equal(response.IsSuccessStatusCode ? heard + 1 : heard, Bot.Heard.Count);
        if (!response.IsSuccessStatusCode)
            Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await Local.DisposeAsync();
        await Teams.DisposeAsync();
    }
}

/// <summary>Everything that was logged, at every level.</summary>
internal sealed class Log : ILoggerProvider, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
