using System.Threading.RateLimiting;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CoachBot.FollowUps.Reminders;

/// <summary>Looks every second for people for whom something has fallen due, by the database's clock, and has each of them reminded.</summary>
internal sealed class ReminderSweep(IDbContextFactory<CoachDatabase> databases, DatabaseClock clock, ReminderRound round, IOptions<ReminderSettings> settings, ILogger<ReminderSweep> log) : BackgroundService
{
    private const int MostRows = 500;

    private readonly PartitionedRateLimiter<string> _pace = PartitionedRateLimiter.Create<string, string>(tenant => RateLimitPartition.GetTokenBucketLimiter(tenant, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = settings.Value.PerSecondAndTenant,
        TokensPerPeriod = settings.Value.PerSecondAndTenant,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    }));

    public override void Dispose()
    {
        _pace.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError("Looking for reminders failed with {Error}", error.GetType().FullName);
            }

            // Real time: what is due is told by the database's clock, this only says how soon it is looked at.
            await Task.Delay(TimeSpan.FromSeconds(settings.Value.EverySeconds), stoppingToken).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    // A tenant with a great backlog does not keep those of the others waiting.
    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var full = new List<string>();
        while (!cancellationToken.IsCancellationRequested)
        {
            var due = await DueAsync(full, cancellationToken);
            var paced = 0;
            foreach (var person in due)
            {
                var tenant = PersonState.TenantOf(person);
                if (full.Contains(tenant))
                    continue;
                using var pace = _pace.AttemptAcquire(tenant);
                if (pace.IsAcquired)
                {
                    await RemindAsync(person, cancellationToken);
                    continue;
                }

                full.Add(tenant);
                paced++;
            }

            if (paced == 0)
                return;
        }
    }

    private async Task RemindAsync(string person, CancellationToken cancellationToken)
    {
        try
        {
            await round.RemindAsync(person, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // The others are reminded all the same; this one is looked at again.
            log.LogError("Reminding somebody failed with {Error} at {Place}", error.GetType().FullName, error.StackTrace);
        }
    }

    private async Task<List<string>> DueAsync(List<string> without, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.Now;
        var due = database.FollowUps.Where(f => f.Status == FollowUpStatus.Planned && f.Due <= now);
        foreach (var tenant in without)
            due = due.Where(f => !f.Person.StartsWith(tenant + "/"));
        return [.. (await due.OrderBy(f => f.Due).Take(MostRows).Select(f => f.Person).ToListAsync(cancellationToken)).Distinct()];
    }
}
