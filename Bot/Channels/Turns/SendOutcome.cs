using System.Net;

namespace CoachBot.Channels.Turns;

/// <summary>What is to be done with something that was handed to the channel.</summary>
internal enum SendVerdict
{
    Sent,

    /// <summary>The channel has not taken it; it is tried again at a time.</summary>
    TryAgain,

    /// <summary>Nobody knows whether the channel took it: at most one more try.</summary>
    Ambiguous,

    /// <summary>It will never be taken.</summary>
    GiveUp,
}

/// <summary>The table of outcomes: which answers of a channel mean what.</summary>
/// <param name="Verdict">What is to be done.</param>
/// <param name="Status">The HTTP status; 0 where no answer came.</param>
/// <param name="After">How long to wait before the next try, where there is one.</param>
/// <param name="ClosedFor">The channel's word, where nothing more will get through to this conversation.</param>
/// <param name="ChannelsId">The id that the channel gave to what it took.</param>
internal sealed record SendOutcome(SendVerdict Verdict, int Status, TimeSpan After = default, string? ClosedFor = null, string? ChannelsId = null)
{
    private const int MostTries = 6;

    /// <summary>It is sent, or will never be.</summary>
    public bool IsOver => Verdict is SendVerdict.Sent or SendVerdict.GiveUp;

    public static SendOutcome Of(OutgoingCall call, Exception? error, int attempts, double jitter)
    {
        var status = (int)(call.Status ?? 0);
        var backoff = TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(attempts, 6))) * (0.75 + (jitter / 2)));
        return call.Status switch
        {
            // What was taken is taken, even if its receipt could not be read.
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new(SendVerdict.Sent, status),
            HttpStatusCode.TooManyRequests => new(SendVerdict.TryAgain, status, Longer(call.RetryAfter, TimeSpan.FromSeconds(jitter)) ?? backoff),
            HttpStatusCode.PreconditionFailed or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout =>
                attempts < MostTries ? new(SendVerdict.TryAgain, status, backoff) : new(SendVerdict.GiveUp, status),
            HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.ServiceUnavailable => new(SendVerdict.Ambiguous, status, Longer(call.RetryAfter, backoff) ?? backoff),
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound => new(SendVerdict.GiveUp, status, ClosedFor: call.ErrorCode ?? $"{status}"),
            not null => new(SendVerdict.GiveUp, status),
            null when error is HostNotAllowedException => new(SendVerdict.GiveUp, 0),
            null => new(call.Began ? SendVerdict.Ambiguous : SendVerdict.TryAgain, 0, backoff),
        };
    }

    private static TimeSpan? Longer(TimeSpan? asked, TimeSpan by) => asked is { } wait ? wait + by : null;
}
