using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using CoachBot.Channels;
using CoachBot.Channels.LocalChat;
using CoachBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoachBot.Tests.Channels.LocalChat;

/// <summary>The chat page's server on a free port, with a bot that only keeps what it is handed.</summary>
internal sealed class ChatServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private ChatServer(WebApplication app, DirectoryInfo folder)
    {
        (_app, _folder) = (app, folder);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public ConcurrentQueue<JsonObject> Heard { get; } = [];

    public int BotAnswers { get; set; } = StatusCodes.Status200OK;

    public static async Task<ChatServer> StartAsync(params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", Args = settings });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var folder = Directory.CreateTempSubdirectory("coach-chat-");
        builder.Configuration["Storage:Path"] = Path.Combine(folder.FullName, "coach.db");
        builder.Services.AddStorage();
        builder.AddChannels();
        builder.Services.AddLocalChat();
        var app = builder.Build();
        app.MapLocalChat();
        ChatServer? server = null;
        app.MapPost("/api/messages", async (HttpRequest request) =>
        {
            server!.Heard.Enqueue((JsonObject)(await JsonNode.ParseAsync(request.Body))!);
            return Results.StatusCode(server.BotAnswers);
        });
        await app.StartAsync();
        return server = new ChatServer(app, folder);
    }

    public async Task<JsonObject> BeginAsync()
    {
        using var answer = await Client.PostAsJsonAsync("/v3/directline/conversations", new { user = new { id = "rep-1", name = "You" } });
        Assert.Equal(StatusCodes.Status201Created, (int)answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    public async Task<string> BeginWithIdAsync() => (string)(await BeginAsync())["conversationId"]!;

    /// <summary>The person says something, as Web Chat does.</summary>
    public Task<HttpResponseMessage> SayAsync(string conversation, string text, string clientId = "c-1") =>
        Client.PostAsJsonAsync($"/v3/directline/conversations/{conversation}/activities", new
        {
            type = "message",
            text,
            from = new { id = "rep-1" },
            channelData = new { clientActivityID = clientId },
        });

    /// <summary>The bot says something, as its connector client does; the id that it got.</summary>
    public async Task<string> BotSaysAsync(string conversation, string text, string? inPlaceOf = null)
    {
        var activity = new { type = "message", text };
        var path = $"/v3/conversations/{conversation}/activities";
        using var answer = inPlaceOf is null
            ? await Client.PostAsJsonAsync(path, activity)
            : await Client.PutAsJsonAsync($"{path}/{inPlaceOf}", activity);
        answer.EnsureSuccessStatusCode();
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }

    public async Task<(List<JsonObject> Activities, string Watermark)> ReadAsync(string conversation, string watermark = "")
    {
        var read = await Client.GetFromJsonAsync<JsonObject>($"/v3/directline/conversations/{conversation}/activities?watermark={watermark}");
        return Parts(read!);
    }

    public static async Task<(List<JsonObject> Activities, string Watermark)> FrameAsync(WebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var text = new MemoryStream();
        var buffer = new byte[4096];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            text.Write(buffer.AsSpan(0, part.Count));
        }
        while (!part.EndOfMessage);
        return Parts((JsonObject)JsonNode.Parse(Encoding.UTF8.GetString(text.ToArray()))!);
    }

    public static async Task<ClientWebSocket> ListenAsync(string streamUrl, string? origin = null)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await socket.ConnectAsync(new Uri(streamUrl), patience.Token);
        return socket;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static (List<JsonObject>, string) Parts(JsonObject set) =>
        ([.. set["activities"]!.AsArray().Select(a => a!.AsObject())], (string)set["watermark"]!);
}
