using System.Net;
using System.Text.Json;

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

    /// <summary>The channel's own word for what is wrong, as in {"error":{"code":"…"}}; null where it gives none.</summary>
    public string? ErrorCode { get; private set; }

    /// <summary>The request was handed to the network: from here on the channel may have taken it.</summary>
    public bool Began { get; private set; }

    /// <summary>From here on, the calls of this asynchronous flow are noted in the result; the last one stands.</summary>
    public static OutgoingCall Watch() => Watched.Value = new OutgoingCall();

    internal static void NoteBegin()
    {
        if (Watched.Value is { } call)
            (call.Began, call.Status, call.RetryAfter, call.ErrorCode) = (true, null, null, null);
    }

    internal static void NoteUnwritten()
    {
        if (Watched.Value is { } call)
            call.Began = false;
    }

    internal static async Task NoteAsync(HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
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
        if (!response.IsSuccessStatusCode)
            call.ErrorCode = await CodeOfAsync(response, cancellationToken);
    }

    private static async Task<string?> CodeOfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("error", out var error)
                && ActivityValue.Text(error, "code") is { Length: > 0 and <= 100 } code && code.All(char.IsAsciiLetterOrDigit) ? code : null;
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or IOException or InvalidOperationException)
        {
            return null;
        }
    }
}
