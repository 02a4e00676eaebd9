using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Identity;

namespace CoachBot.Language;

/// <summary>Finds out what an exception of the client stands for. Its message may quote the prompt, so nothing of it is kept.</summary>
internal static class LanguageFaults
{
    public static Attempt Of(Exception fault, bool hasBegun, TimeProvider time)
    {
        if (Chain(fault).OfType<TooLongException>().Any())
            return Attempt.Failed(WhyNoAnswer.TooLong);
        if (Chain(fault).OfType<AuthenticationFailedException>().Any())
            return Attempt.Failed(WhyNoAnswer.BadKey);
        if (Chain(fault).OfType<ClientResultException>().FirstOrDefault() is { Status: > 0 } answered)
            return Answered(answered, time);
        if (Chain(fault).Any(e => e is HttpRequestException or IOException or ClientResultException))
            return Attempt.Failed(hasBegun ? WhyNoAnswer.Truncated : WhyNoAnswer.Unreachable);
        // What is left is a stream that the client could not read: half a message, most likely.
        return Attempt.Failed(fault is OperationCanceledException ? WhyNoAnswer.TimedOut : WhyNoAnswer.Truncated);
    }

    private static Attempt Answered(ClientResultException fault, TimeProvider time)
    {
        var response = fault.GetRawResponse();
        if (ErrorCode(response) == "content_filter")
            return Attempt.Failed(WhyNoAnswer.PromptFiltered);
        return Attempt.Failed(
            fault.Status switch
            {
                401 or 403 => WhyNoAnswer.BadKey,
                429 => WhyNoAnswer.Throttled,
                >= 500 => WhyNoAnswer.ServerFailed,
                _ => WhyNoAnswer.Rejected,
            },
            RetryAfter(response, time));
    }

    private static string? ErrorCode(PipelineResponse? response)
    {
        try
        {
            if (response is null)
                return null;
            using var body = JsonDocument.Parse(response.Content.ToMemory());
            return body.RootElement.GetProperty("error").GetProperty("code").GetString();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // A gateway's page, or nothing at all: the status says enough.
            return null;
        }
    }

    // Azure says it in milliseconds too, which is the finer one.
    private static TimeSpan? RetryAfter(PipelineResponse? response, TimeProvider time)
    {
        if (response?.Headers.TryGetValue("retry-after-ms", out var ms) is true && double.TryParse(ms, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is >= 0 and < int.MaxValue)
            return TimeSpan.FromMilliseconds(milliseconds);
        if (response?.Headers.TryGetValue("Retry-After", out var text) is not true || !RetryConditionHeaderValue.TryParse(text, out var after))
            return null;
        var wait = after.Delta ?? after.Date - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static IEnumerable<Exception> Chain(Exception fault)
    {
        for (Exception? e = fault; e is not null; e = e.InnerException)
            yield return e;
    }
}
