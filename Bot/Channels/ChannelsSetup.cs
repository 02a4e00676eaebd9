using CoachBot.Channels.Turns;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels;

/// <summary>Teams' way in and out: the endpoint, who is believed, and where the coach may call.</summary>
public static class ChannelsSetup
{
    public static WebApplicationBuilder AddChannels(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ChannelSettings>().Bind(builder.Configuration).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ChannelSettings>, ProductionRules>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Access>().AddSingleton<ServiceHosts>();

        services.AddSingleton<IStartupFilter, LoopbackGuard>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ConfigureEndpointDefaults(LoopbackGuard.DemandLoopback);
        });

        // The connector's client is the factory's default one, by which both sources of the SDK ask for it.
        services.AddHttpClient(Options.DefaultName, client =>
            {
                client.Timeout = TimeSpan.FromSeconds(15);
                client.MaxResponseContentBufferSize = 1 << 20;
            })
            .ConfigurePrimaryHttpMessageHandler(OutboundSockets.Handler)
            .AddHttpMessageHandler<OutboundGuard>()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddTransient<OutboundGuard>();

        services.AddSingleton<BotFrameworkAuthentication>(all => new ConfigurationBotFrameworkAuthentication(
            all.GetRequiredService<IConfiguration>(),
            httpClientFactory: all.GetRequiredService<IHttpClientFactory>(),
            logger: all.GetRequiredService<ILogger<ConfigurationBotFrameworkAuthentication>>()));
        services.AddSingleton<EdgeText>().AddSingleton<CoachAdapter>();
        services.AddTurns();
        services.AddSingleton<MessagesEndpoint>().AddSingleton<HealthEndpoints>();
        return builder;
    }

    public static WebApplication MapChannels(this WebApplication app)
    {
        // Made with the first message: wrong settings are told by their own check at the start, not by what stumbles over them.
        var endpoint = new Lazy<MessagesEndpoint>(app.Services.GetRequiredService<MessagesEndpoint>);
        app.MapPost("/api/messages", http => endpoint.Value.HandleAsync(http));
        var health = app.Services.GetRequiredService<HealthEndpoints>();
        app.MapGet("/health/live", HealthEndpoints.Live);
        app.MapGet("/health/ready", health.ReadyAsync);
        return app;
    }
}
