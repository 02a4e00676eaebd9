using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CoachBot.Channels;
using CoachBot.FollowUps;
using CoachBot.Language;
using CoachBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoachBot.Benchmarks.Promises;

/// <summary>The program's own endpoint, turns, storage, promises and reminders around a <see cref="PromiseBot"/>, on a port of its own.</summary>
internal sealed class PromiseProgram : IAsyncDisposable
{
    private static int _started;

    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private PromiseProgram(WebApplication app, Breakage breakage)
    {
        (_app, Breakage) = (app, breakage);
        _http = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), Timeout = TimeSpan.FromSeconds(20) };
    }

    public Breakage Breakage { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<PromiseProgram> StartAsync(string folder, string? server, string prompts, Func<Breakage, HttpMessageHandler> line, TimeProvider time, Breakage breakage)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Path"] = Path.Combine(folder, "coach.db"),
            // Connections of its own: a program that dies takes none of another's with it.
            ["ConnectionStrings:Coach"] = server is null ? null : $"{server};Application Name=program-{Interlocked.Increment(ref _started)}",
            ["Reminders:EverySeconds"] = "0.2",
            ["Reminders:PerSecondAndTenant"] = "1000",
            ["Sends:PerSecondAndTenant"] = "1000",
            ["Sends:AtOnce"] = "10",
            ["Sends:PerConversation"] = "100000,100000,100000,100000",
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(time);
        builder.Services.AddContent(prompts).AddStorage();
        builder.Services.AddLanguage().AddFollowUps();
        builder.Services.AddSingleton<IBot, PromiseBot>();
        builder.AddChannels();
        builder.Services.ConfigureDbContext<CoachDatabase>(options => options.AddInterceptors(breakage));
        builder.Services.AddHttpClient(Options.DefaultName).ConfigurePrimaryHttpMessageHandler(() => line(breakage));
        var app = builder.Build();
        app.MapChannels();
        await app.StartAsync();
        return new PromiseProgram(app, breakage);
    }

    /// <summary>Hands a message over; whether it was taken.</summary>
    public async Task<bool> PostAsync(int rep, int conversation, int number, string text)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = $"in-{number}",
            ["text"] = text,
            ["channelId"] = "msteams",
            ["serviceUrl"] = "http://localhost:9/",
            ["from"] = new JsonObject { ["id"] = $"29:{rep}" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject { ["id"] = PromiseCast.Conversation(rep, conversation), ["conversationType"] = "personal", ["tenantId"] = "tenant" },
        };
        try
        {
            using var answer = await _http.PostAsJsonAsync("api/messages", activity);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException or ObjectDisposedException)
        {
            return false;
        }
    }

    // Nothing is finished: it was killed.
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }
}
