using CoachBot.Channels.Turns;
using CoachBot.Conversation;
using CoachBot.FollowUps.People;
using CoachBot.FollowUps.Promises;
using CoachBot.FollowUps.Reminders;
using CoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.FollowUps;

public static class FollowUpsSetup
{
    /// <summary>The promise to customers who asked for no contact, and the reminders of dates that were agreed.</summary>
    public static IServiceCollection AddFollowUps(this IServiceCollection services)
    {
        services.AddOptions<ReminderSettings>().BindConfiguration("Reminders").ValidateDataAnnotations().ValidateOnStart();
        return services
        .AddSingleton<ContactGate>().AddSingleton<PromiseLog>().AddSingleton<PromiseList>()
        .AddSingleton<FollowUpPlanner>().AddSingleton<UnaskedReminders>().AddSingleton<IUnaskedSends>(all => all.GetRequiredService<UnaskedReminders>())
        .AddSingleton<ReminderCard>().AddSingleton<ReminderMessage>().AddSingleton<FollowUpDesk>()
        .AddSingleton(all => new ReminderRound(all.GetRequiredService<IDbContextFactory<CoachDatabase>>(), all.GetRequiredService<DatabaseEngine>(), all.GetRequiredService<DatabaseClock>(),
            all.GetRequiredService<ContactGate>(), all.GetRequiredService<ReminderMessage>(), all.GetRequiredService<TurnDispatcher>(), all.GetRequiredService<ILogger<ReminderRound>>()))
        .AddSingleton<IAside, FollowUpsAside>().AddSingleton<IAside, StopMessagesAside>().AddSingleton<IAside, ResumeMessagesAside>()
        .AddSingleton<SideDialog, PauseDialog>().AddSingleton<SideDialog, HoursDialog>()
        .AddHostedService<ReminderSweep>()
        .AddSingleton<PersonBook>().AddSingleton<RepDates>().AddSingleton<SideDialog, LiftDialog>()
        .AddHostedService<PutBackAtStart>();
    }

    // Before the first message is taken: a promise that an older copy of the database does not know is kept all the same.
    private sealed class PutBackAtStart(PromiseLog kept, IDbContextFactory<CoachDatabase> databases, ILogger<PutBackAtStart> log) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            if (await kept.PutBackAsync(database, cancellationToken) is > 0 and var many)
                log.LogWarning("{Count} promises were missing in the database and were put back from the log beside it", many);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
