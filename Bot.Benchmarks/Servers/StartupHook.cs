using System.Globalization;
using System.Net.Sockets;
using System.Text;
using CoachBot.Benchmarks.Servers;

/// <summary>
/// Tells from inside a program, which need not know of it, how many bytes it has allocated: to whoever connects to a
/// socket. The runtime runs it before Main (DOTNET_STARTUP_HOOKS), and asks for this name outside any namespace.
/// </summary>
#pragma warning disable CA1050 // See above.
public static class StartupHook
#pragma warning restore CA1050
{
    public const string SocketSetting = "COACH_BENCH_SOCKET";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(SocketSetting) is { Length: > 0 } path)
            _ = AnswerAsync(path);
        CrashPoints.Begin();
    }

    private static async Task AnswerAsync(string path)
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        while (true)
        {
            using var asker = await listener.AcceptAsync();
            await asker.SendAsync(Encoding.ASCII.GetBytes(GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture)));
        }
    }
}
