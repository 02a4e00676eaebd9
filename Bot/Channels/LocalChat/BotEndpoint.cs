using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CoachBot.Channels.LocalChat;

/// <summary>Hands an activity to the bot the way every channel does: by POST to /api/messages, here of this same program.</summary>
public sealed class BotEndpoint(IServer server, ILogger<BotEndpoint> log) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false })
    {
        // Longer than a turn may take.
        Timeout = TimeSpan.FromSeconds(70),
    };

    /// <summary>Where this program listens: the chat page's address, and the service URL in what the bot is handed.</summary>
    public Uri Address => new((server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        .OrderBy(a => a.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        .FirstOrDefault() ?? "http://localhost");

    /// <summary>False when the bot did not take it. It is not called off when the page goes away: what was said stays said.</summary>
    public async Task<bool> TakesAsync(JsonObject activity)
    {
        try
        {
            using var content = new StringContent(activity.ToJsonString(), null, "application/json");
            using var answer = await _client.PostAsync(new Uri(Address, "/api/messages"), content);
            if (!answer.IsSuccessStatusCode)
                log.LogWarning("The bot answered the chat page with {Status}", (int)answer.StatusCode);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            log.LogWarning("The bot did not answer the chat page: {Error}", error.GetType().Name);
            return false;
        }
    }

    public void Dispose() => _client.Dispose();
}
