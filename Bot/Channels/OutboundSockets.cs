using System.Net;
using System.Net.Sockets;

namespace CoachBot.Channels;

/// <summary>
/// Opens the connector's connections: no redirects, proxies or cookies, and after the name is resolved only to
/// addresses of the open internet, so that a name which starts to point inside the house leads nowhere.
/// </summary>
public static class OutboundSockets
{
    public static SocketsHttpHandler Handler() => Handler(PublicAddress.Is);

    /// <param name="mayConnect">Whether a name that is not this machine's may lead to an address.</param>
    public static SocketsHttpHandler Handler(Predicate<IPAddress> mayConnect) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ActivityHeadersPropagator = null,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, Dns.GetHostAddressesAsync, mayConnect, cancellationToken),
    };

    /// <exception cref="HttpRequestException">No address of that name may be connected to.</exception>
    public static ValueTask<Stream> ConnectAsync(DnsEndPoint target, Func<string, CancellationToken, Task<IPAddress[]>> resolve, CancellationToken cancellationToken) =>
        ConnectAsync(target, resolve, PublicAddress.Is, cancellationToken);

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, Func<string, CancellationToken, Task<IPAddress[]>> resolve, Predicate<IPAddress> mayConnect, CancellationToken cancellationToken)
    {
        var here = ServiceHosts.IsThisMachine(target.Host);
        var found = await resolve(target.Host, cancellationToken);
        var allowed = Array.FindAll(found, address => here ? IPAddress.IsLoopback(address) : mayConnect(address));
        if (allowed.Length == 0)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The host has no address that may be connected to.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
