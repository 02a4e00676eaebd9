using System.Globalization;
using Quartz;

namespace CoachBot.MyData;

/// <summary>Runs <see cref="Retention"/> at its time of day, and once at the start for a day that was missed.</summary>
[DisallowConcurrentExecution]
internal sealed class RetentionJob(Retention retention, ILogger<RetentionJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await retention.EnforceIfDueAsync(cancellationToken);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            log.LogError("Deleting what is too old failed with {Error}", failed.GetType().FullName);
        }
    }

    public static string CronOf(RetentionSettings settings) => string.Create(CultureInfo.InvariantCulture, $"0 {settings.Time.Minute} {settings.Time.Hour} * * ?");
}
