using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Turns;

internal static class TurnsSetup
{
    /// <summary>Stores what comes in, works on it after, and sends what came of it.</summary>
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.AddOptions<SendSettings>().BindConfiguration("Sends").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<IntakeSettings>().BindConfiguration("Intake").ValidateDataAnnotations().ValidateOnStart();
        // The words come with the content; without it the keys stand in for them.
        services.TryAddSingleton(new TurnSorry(_ => TurnSorry.Key));
        services.TryAddSingleton<IUnaskedSends, NothingUnasked>();
        services.TryAddSingleton(new LateAnswer(_ => LateAnswer.Key));
        services.AddSingleton(all => all.GetRequiredService<IOptions<TurnLimits>>().Value);
        // Made with the first turn: wrong settings are told by their own check at the start, not by what stumbles over them.
        services.AddSingleton(all => new Lazy<IBot>(all.GetRequiredService<IBot>));
        services.AddSingleton(all => new Lazy<BotFrameworkAuthentication>(all.GetRequiredService<BotFrameworkAuthentication>));
        services.AddSingleton<Leases>().AddSingleton<Inbox>().AddSingleton<WaitingChannels>();
        services.AddSingleton<Places>().AddSingleton<IntakeLimits>();
        services.AddSingleton<Connector>().AddSingleton<SendLimits>().AddSingleton<Outbox>();
        services.AddSingleton<TurnMeters>().AddSingleton<TurnRunner>().AddSingleton<TurnDispatcher>();
        services.AddSingleton<Drain>().AddHostedService<Draining>();
        services.AddHostedService(all => all.GetRequiredService<TurnDispatcher>());
        return services;
    }
}
