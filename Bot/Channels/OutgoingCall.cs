using System.Net;

namespace CoachBot.Channels;

/// <summary>
/// What came of a call to the channel, for whoever decides whether to try again: the SDK keeps the status and
/// Retry-After in types of its own, so they are read on the wire.
/// </summary>
public sealed class OutgoingCall
{
    private static readonly AsyncLocal<OutgoingCall?> Watched = new();

    /// <summary>Null while no answer has come.</summary>
    public HttpStatusCode? Status { get; private set; }

    /// <summary>How long the channel asks to be left alone; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>From here on, the calls of this asynchronous flow are noted in the result; the last one stands.</summary>
    public static OutgoingCall Watch() => Watched.Value = new OutgoingCall();

    internal static void Note(HttpResponseMessage response, TimeProvider time)
    {
        if (Watched.Value is not { } call)
            return;
        call.Status = response.StatusCode;
        call.RetryAfter = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
            _ => null,
        };
    }
}
