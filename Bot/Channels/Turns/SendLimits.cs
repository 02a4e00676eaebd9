using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Threading.RateLimiting;
using CoachBot.Storage;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Turns;

/// <summary>The settings under Sends: how fast this program sends.</summary>
public sealed record SendSettings
{
    /// <summary>Sends a second to one tenant, of this process. Teams takes 50 of an app; several processes share them.</summary>
    [Range(1, 1000, ErrorMessage = "Sends:PerSecondAndTenant is a number from 1 to 1000, for example Sends__PerSecondAndTenant=40.")]
    public int PerSecondAndTenant { get; init; } = 40;

    /// <summary>Sends at one time.</summary>
    [Range(1, 100, ErrorMessage = "Sends:AtOnce is a number from 1 to 100, for example Sends__AtOnce=10.")]
    public int AtOnce { get; init; } = 10;

    /// <summary>What the channel takes of a bot in one conversation in 1, 2, 30 and 3,600 seconds: Teams' published estimates, which it may change.</summary>
    [RegularExpression(@"^\d{1,6},\d{1,6},\d{1,6},\d{1,6}$", ErrorMessage = "Sends:PerConversation is four numbers, for 1, 2, 30 and 3600 seconds, for example Sends__PerConversation=7,8,60,1800.")]
    public string PerConversation { get; init; } = "7,8,60,1800";

    internal int MostIn(int window) => int.Parse(PerConversation.Split(',')[window], CultureInfo.InvariantCulture);
}

/// <summary>Keeps what is sent within what the channel takes: of a conversation, of a tenant, at one time.</summary>
internal sealed class SendLimits(IOptions<SendSettings> settings, Places places) : IDisposable
{
    private readonly SemaphoreSlim _atOnce = new(settings.Value.AtOnce);

    private readonly PartitionedRateLimiter<string> _limits = PartitionedRateLimiter.CreateChained(
        Window(1, settings.Value.MostIn(0)), Window(2, settings.Value.MostIn(1)),
        Window(30, settings.Value.MostIn(2)), Window(3600, settings.Value.MostIn(3)),
        PartitionedRateLimiter.Create<string, string>(conversation => RateLimitPartition.GetTokenBucketLimiter(PersonState.TenantOf(conversation), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.Value.PerSecondAndTenant,
            TokensPerPeriod = Math.Max(1, settings.Value.PerSecondAndTenant / 10),
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(1000 / Math.Min(10, settings.Value.PerSecondAndTenant)),
            QueueLimit = int.MaxValue,
        })));

    /// <summary>Waits until something may be sent to this conversation; disposing it makes room for the next.</summary>
    public async Task<IDisposable> EnterAsync(string conversation, CancellationToken cancellationToken)
    {
        // Where there is room, nobody has to be patient, also when the program is about to stop.
        using var now = _limits.AttemptAcquire(conversation);
        using var later = now.IsAcquired ? null : await places.LeaveWhileAsync(() => _limits.AcquireAsync(conversation, 1, cancellationToken));
        if (!_atOnce.Wait(0, CancellationToken.None))
            await _atOnce.WaitAsync(cancellationToken);
        return new Room(_atOnce);
    }

    public void Dispose()
    {
        _limits.Dispose();
        _atOnce.Dispose();
    }

    private static PartitionedRateLimiter<string> Window(int seconds, int most) =>
        PartitionedRateLimiter.Create<string, string>(conversation => RateLimitPartition.GetSlidingWindowLimiter(conversation, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = most,
            Window = TimeSpan.FromSeconds(seconds),
            SegmentsPerWindow = 4,
            QueueLimit = int.MaxValue,
        }));

    private sealed class Room(SemaphoreSlim atOnce) : IDisposable
    {
        public void Dispose() => atOnce.Release();
    }
}
