using System.Buffers;
using System.Text;
using CoachBot.Channels.Turns;
using CoachBot.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace CoachBot.Channels;

/// <summary>
/// POST /api/messages: looks the body over, finds out who sent it, and stores it; only then is it acknowledged. Refusals
/// say their status and nothing else: 400 for what no channel sends, 401 for who is not the channel, 403 for an answer's
/// address that is not on the list, 408 and 413 for too slow and too much, 429 for a flood, 503 for what could not be stored, or comes when the program stops.
/// </summary>
internal sealed class MessagesEndpoint(
    BotFrameworkAuthentication authentication, Inbox inbox, TurnDispatcher turns, WaitingChannels waiting, LateAnswer late, Drain drain,
    IServiceProviderIsService services, ServiceHosts hosts, IntakeLimits intake, Access access, TurnLimits limits, ILogger<MessagesEndpoint> log)
{
    private readonly bool _hasBot = services.IsService(typeof(IBot));

    public async Task HandleAsync(HttpContext http)
    {
        if (drain.HasBegun)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (!_hasBot)
        {
            http.Response.StatusCode = StatusCodes.Status501NotImplemented;
            return;
        }

        var body = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            var read = await ReadAsync(http, body);
            body = read.Body;
            if (read.Status != StatusCodes.Status200OK || (read.Status = Judge(body.AsSpan(0, read.Length))) != StatusCodes.Status200OK)
                http.Response.StatusCode = read.Status;
            else
                await TakeAsync(http, body.AsMemory(0, read.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }

    private async Task TakeAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        if (await ActivityJson.ReadAsync<Activity>(body) is not { Type.Length: > 0 } activity)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        http.Response.StatusCode = await WhoAsync(http, activity);
        if (http.Response.StatusCode != StatusCodes.Status200OK || activity.Type == ActivityTypes.Typing)
            return;
        try
        {
            if (!intake.Allows(PersonState.ConversationOf(activity)))
            {
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                http.Response.Headers.RetryAfter = "1";
                return;
            }

            var taken = await inbox.TakeAsync(activity, Encoding.UTF8.GetString(body.Span), CancellationToken.None);
            if (activity.Type == ActivityTypes.Invoke || activity.DeliveryMode == DeliveryModes.ExpectReplies)
                await AnswerAsync(http, activity, taken);
            else
                turns.Signal(taken.Conversation);
        }
        catch (Exception unstored) when (DatabaseFailure.Is(unstored))
        {
            log.LogError("A message could not be stored: {Error}", unstored.GetType().FullName);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        catch (InvalidOperationException nobodys)
        {
            log.LogWarning("A message was refused: {Reason}", nobodys.Message);
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private async Task AnswerAsync(HttpContext http, Activity activity, Taken taken)
    {
        var patience = activity.Type == ActivityTypes.Invoke ? limits.Invoke + limits.InvokeGrace : limits.Turn * 2;
        var answer = (taken.Before ? await inbox.AnswerAsync(taken.Id, CancellationToken.None) : null)
            ?? await waiting.WaitAsync(taken.Id, () => turns.Signal(taken.Conversation), patience, CancellationToken.None);
        await StoredAnswer.WriteAsync(answer ?? late.Of(activity), http.Response);
    }

    private async Task<int> WhoAsync(HttpContext http, Activity activity)
    {
        try
        {
            var who = await authentication.AuthenticateRequestAsync(activity, http.Request.Headers.Authorization, http.RequestAborted);
            activity.CallerId = who.CallerId;
            return StatusCodes.Status200OK;
        }
        catch (UnauthorizedAccessException refused)
        {
            log.LogWarning("A request was refused: {Reason}", refused.Message);
            return StatusCodes.Status401Unauthorized;
        }
        catch (Exception unknown)
        {
            // The channel's keys could not be read.
            log.LogError("A request could not be judged: {Error}", unknown.GetType().Name);
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    private int Judge(ReadOnlySpan<byte> body)
    {
        if (!InboundJson.TryRead(body, out var envelope))
            return StatusCodes.Status400BadRequest;
        if (envelope.ServiceUrl is { } address && !hosts.AllowService(address))
            return StatusCodes.Status403Forbidden;
        if (envelope.Tenant is { } tenant && access.Tenant is { } own && !tenant.Equals(own, StringComparison.OrdinalIgnoreCase))
            return StatusCodes.Status403Forbidden;
        return StatusCodes.Status200OK;
    }

    private async ValueTask<Read> ReadAsync(HttpContext http, byte[] body)
    {
        var request = http.Request;
        if (request.ContentLength > limits.BodyBytes)
            return new Read(StatusCodes.Status413PayloadTooLarge, body, 0);
        // What is small when packed may be large when not.
        if (request.Headers.ContentEncoding.Count > 0)
            return new Read(StatusCodes.Status415UnsupportedMediaType, body, 0);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } largest)
            largest.MaxRequestBodySize = limits.BodyBytes;

        var pipe = request.BodyReader;
        CancellationTokenSource? patience = null;
        try
        {
            while (true)
            {
                var reading = pipe.ReadAsync(patience?.Token ?? http.RequestAborted);
                if (!reading.IsCompleted && patience is null)
                {
                    patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
                    patience.CancelAfter(limits.Body);
                    patience.Token.Register(static state => ((System.IO.Pipelines.PipeReader)state!).CancelPendingRead(), pipe);
                }

                var result = await reading;
                var buffer = result.Buffer;
                if (result.IsCanceled)
                {
                    pipe.AdvanceTo(buffer.Start);
                    return new Read(StatusCodes.Status408RequestTimeout, body, 0);
                }

                if (buffer.Length > limits.BodyBytes)
                {
                    pipe.AdvanceTo(buffer.End);
                    return new Read(StatusCodes.Status413PayloadTooLarge, body, 0);
                }

                if (result.IsCompleted)
                {
                    var length = (int)buffer.Length;
                    if (length > body.Length)
                    {
                        ArrayPool<byte>.Shared.Return(body);
                        body = ArrayPool<byte>.Shared.Rent(length);
                    }

                    buffer.CopyTo(body);
                    pipe.AdvanceTo(buffer.End);
                    return new Read(StatusCodes.Status200OK, body, length);
                }

                pipe.AdvanceTo(buffer.Start, buffer.End);
            }
        }
        catch (BadHttpRequestException bad)
        {
            return new Read(bad.StatusCode, body, 0);
        }
        catch (OperationCanceledException)
        {
            return new Read(StatusCodes.Status408RequestTimeout, body, 0);
        }
        catch (IOException)
        {
            return new Read(StatusCodes.Status400BadRequest, body, 0);
        }
        finally
        {
            patience?.Dispose();
        }
    }

    private record struct Read(int Status, byte[] Body, int Length);
}
