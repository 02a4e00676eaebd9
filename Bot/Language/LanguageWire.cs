using System.Net;
using CoachBot.Channels;

namespace CoachBot.Language;

/// <summary>The way to the model and to nobody else: the configured host, no redirects, and answers up to a size.</summary>
internal sealed class LanguageWire(Uri endpoint, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    // A token of an answer takes a few hundred bytes on the wire.
    public const int MostBytes = 1 << 20;

    public static HttpClient Open(Uri endpoint) => new(new LanguageWire(endpoint, OutboundSockets.Handler(MayConnect)))
    {
        // The question's own budget ends the wait.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } address || address.Scheme != endpoint.Scheme || address.Authority != endpoint.Authority)
            throw new HttpRequestException("The call goes to another host than the model's.");
        var response = await base.SendAsync(request, cancellationToken);
        var body = new StreamContent(new ShortStream(await response.Content.ReadAsStreamAsync(cancellationToken), MostBytes));
        foreach (var (name, values) in response.Content.Headers)
            body.Headers.TryAddWithoutValidation(name, values);
        response.Content = body;
        return response;
    }

    // Whoever runs the coach names this host, and a private endpoint has a private address. Where a machine's own
    // credentials are handed out is never a model.
    private static bool MayConnect(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return !IPAddress.IsLoopback(address) && !address.IsIPv6LinkLocal && !LinkLocal.Contains(address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any);
    }

    private static readonly IPNetwork LinkLocal = IPNetwork.Parse("169.254.0.0/16");
}

/// <summary>More came than is listened to.</summary>
internal sealed class TooLongException() : IOException("The answer is longer than is listened to.");

// Lets so many bytes through and no more.
internal sealed class ShortStream(Stream inner, long most) : Stream
{
    private long _left = most;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(await inner.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private int Counted(int read) => (_left -= read) >= 0 ? read : throw new TooLongException();
}
