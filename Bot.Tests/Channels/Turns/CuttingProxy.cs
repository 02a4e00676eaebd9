using System.Net;
using System.Net.Sockets;

namespace CoachBot.Tests.Channels.Turns;

/// <summary>Stands before a PostgreSQL server, and cuts the line when it has committed but has not said so.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _accepting;
    private readonly int _server;
    private int _toCut;
    private int _cuts;

    public CuttingProxy(int server)
    {
        _server = server;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public int Cuts => Volatile.Read(ref _cuts);

    public void CutAfterCommits(int count) => Volatile.Write(ref _toCut, count);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = JoinAsync(await _listener.AcceptTcpClientAsync(_closing.Token));
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task JoinAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            await server.ConnectAsync(IPAddress.Loopback, _server, _closing.Token);
            await Task.WhenAny(PassAsync(client, server, cuts: false), PassAsync(server, client, cuts: true));
        }
    }

    // "COMMIT" as the server says it when a transaction is over: CommandComplete with that tag.
    private async Task PassAsync(TcpClient from, TcpClient to, bool cuts)
    {
        var buffer = new byte[16384];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _closing.Token) is > 0 and var read)
            {
                if (cuts && buffer.AsSpan(0, read).IndexOf("COMMIT\0"u8) >= 0 && Interlocked.Decrement(ref _toCut) >= 0)
                {
                    Interlocked.Increment(ref _cuts);
                    return;
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _closing.Token);
            }
        }
        catch (Exception cut) when (cut is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }
}
