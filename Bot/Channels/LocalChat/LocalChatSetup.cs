using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoachBot.Channels.LocalChat;

/// <summary>
/// The chat page on this machine: for trying the coach without an account. It is there in Development without credentials
/// and nowhere else, and the loopback guard stands before all of it, its WebSocket included.
/// </summary>
public static class LocalChatSetup
{
    public static IServiceCollection AddLocalChat(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<ChatConversations>().AddSingleton<BotEndpoint>();
    }

    public static WebApplication MapLocalChat(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<Access>().LoopbackOnly)
            return app;
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(20) });
        app.MapChatPage();
        app.MapDirectLine();
        app.MapChatConnector();
        app.Lifetime.ApplicationStarted.Register(() =>
            Console.WriteLine($"CoachBot is ready: open {app.Services.GetRequiredService<BotEndpoint>().Address.GetLeftPart(UriPartial.Authority)}"));
        return app;
    }
}
