using System.ComponentModel.DataAnnotations;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Turns;

/// <summary>The settings under Intake: how much one conversation may say.</summary>
public sealed record IntakeSettings
{
    /// <summary>Activities a second of one conversation, on average over 15 s; what is beyond is refused, and the channel may send it again.</summary>
    [Range(1, 100_000, ErrorMessage = "Intake:PerSecondAndConversation is a number from 1 to 100000, for example Intake__PerSecondAndConversation=20.")]
    public int PerSecondAndConversation { get; init; } = 20;
}

/// <summary>Refuses the flood of one conversation before it is stored, so that nobody else waits behind it.</summary>
internal sealed class IntakeLimits(IOptions<IntakeSettings> settings) : IDisposable
{
    private const int Seconds = 15;

    private readonly PartitionedRateLimiter<string> _limits = PartitionedRateLimiter.Create<string, string>(conversation =>
        RateLimitPartition.GetTokenBucketLimiter(conversation, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.Value.PerSecondAndConversation * Seconds,
            TokensPerPeriod = settings.Value.PerSecondAndConversation,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        }));

    public bool Allows(string conversation)
    {
        using var lease = _limits.AttemptAcquire(conversation);
        return lease.IsAcquired;
    }

    public void Dispose() => _limits.Dispose();
}
