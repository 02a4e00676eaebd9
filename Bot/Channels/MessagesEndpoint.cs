using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels;

/// <summary>
/// POST /api/messages: looks the body over, then hands it to the adapter. Refusals say their status and nothing else:
/// 400 for what no channel sends, 403 for an answer's address that is not on the list, 408 and 413 for too slow and
/// too much.
/// </summary>
public sealed class MessagesEndpoint(IBotFrameworkHttpAdapter adapter, IServiceProvider services, ServiceHosts hosts, Access access, IOptions<TurnLimits> limits, TimeProvider time)
{
    private readonly TurnLimits _limits = limits.Value;
    private readonly Lazy<IBot?> _bot = new(services.GetService<IBot>);

    public async Task HandleAsync(HttpContext http)
    {
        if (_bot.Value is not { } bot)
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
            {
                http.Response.StatusCode = read.Status;
                return;
            }

            http.Request.Body = new MemoryStream(body, 0, read.Length, writable: false, publiclyVisible: true);
            // The turn has its own time and does not die with the request: what was said stays said.
            using var turn = new CancellationTokenSource(_limits.Turn, time);
            await adapter.ProcessAsync(http.Request, http.Response, bot, turn.Token);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
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
        if (request.ContentLength > _limits.BodyBytes)
            return new Read(StatusCodes.Status413PayloadTooLarge, body, 0);
        // What is small when packed may be large when not.
        if (request.Headers.ContentEncoding.Count > 0)
            return new Read(StatusCodes.Status415UnsupportedMediaType, body, 0);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } largest)
            largest.MaxRequestBodySize = _limits.BodyBytes;

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
                    patience.CancelAfter(_limits.Body);
                    patience.Token.Register(static state => ((System.IO.Pipelines.PipeReader)state!).CancelPendingRead(), pipe);
                }

                var result = await reading;
                var buffer = result.Buffer;
                if (result.IsCanceled)
                {
                    pipe.AdvanceTo(buffer.Start);
                    return new Read(StatusCodes.Status408RequestTimeout, body, 0);
                }

                if (buffer.Length > _limits.BodyBytes)
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

/// <summary>How much and how long one turn may take.</summary>
public sealed record TurnLimits
{
    public int BodyBytes { get; init; } = 256 * 1024;

    /// <summary>For the whole body to arrive.</summary>
    public TimeSpan Body { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For the coach to finish what it began, waiting for earlier turns included.</summary>
    public TimeSpan Turn { get; init; } = TimeSpan.FromSeconds(60);
}
