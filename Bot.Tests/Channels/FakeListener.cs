using System.Net;
using System.Net.Sockets;

namespace CoachBot.Tests.Channels;

/// <summary>A place where the program must not call: it counts who does, and answers a redirect if it is given one.</summary>
internal sealed class FakeListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _accepting;
    private int _calls;

    public FakeListener(string? redirectTo = null)
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync(redirectTo);
    }

    public int Port { get; }

    public int Calls => Volatile.Read(ref _calls);

    private async Task AcceptAsync(string? redirectTo)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_closing.Token);
                Interlocked.Increment(ref _calls);
                if (redirectTo is not null)
                    await RedirectAsync(client.GetStream(), redirectTo);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task RedirectAsync(NetworkStream caller, string redirectTo)
    {
        try
        {
            _ = await caller.ReadAsync(new byte[8192], _closing.Token);
            await caller.WriteAsync(
                System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 302 Found\r\nLocation: {redirectTo}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
                _closing.Token);
        }
        catch (IOException)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _closing.Dispose();
    }
}
