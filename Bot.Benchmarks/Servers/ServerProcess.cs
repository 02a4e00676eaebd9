using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CoachBot.Benchmarks.Servers;

/// <summary>What the server used since it began.</summary>
/// <param name="Cpu">On all cores, in the kernel too.</param>
/// <param name="Allocated">Bytes, garbage included.</param>
/// <param name="PeakMemory">The most bytes that were resident at once.</param>
public readonly record struct ServerUse(TimeSpan Cpu, long Allocated, long PeakMemory);

/// <summary>The program under measurement in a process of its own, so that the driver's work is not counted with it.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coach-bench-");
    private readonly long _began;
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private ServerProcess(string program, IReadOnlyList<string> arguments, string store, int port)
    {
        Address = new Uri($"http://127.0.0.1:{(port == 0 ? FreePort() : port).ToString(CultureInfo.InvariantCulture)}/");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Settings(store))
            start.Environment[name] = value;
        foreach (var setting in start.Environment.Keys.Where(k => k.StartsWith("MicrosoftApp", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(setting);

        _began = Stopwatch.GetTimestamp();
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Note;
        _process.ErrorDataReceived += Note;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>Bytes that are resident at present.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    private string UseSocket => Path.Combine(_folder.FullName, "use");

    /// <summary>A bot that only echoes, behind the coach's own door.</summary>
    public static ServerProcess Echo(int port) => new(typeof(ServerProcess).Assembly.Location, ["serve"], "sqlite", port);

    /// <summary>The coach as it is; without a path, the one that was built with this driver.</summary>
    public static ServerProcess Coach(string? program, string store, int port) =>
        new(Path.GetFullPath(program ?? Path.Combine(AppContext.BaseDirectory, "Bot.dll")), [], store, port);

    /// <summary>Waits for the first answer to a message, and says how long it took from the start of the process.</summary>
    /// <exception cref="InvalidOperationException">The program ended, or did not answer in time; the message has what it printed.</exception>
    public async Task<TimeSpan> ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        while (!_process.HasExited && Stopwatch.GetElapsedTime(_began) < StartLimit)
        {
            try
            {
                using var hello = new StringContent(Hello, Encoding.UTF8, "application/json");
                using var answer = await http.PostAsync(new Uri("api/messages", UriKind.Relative), hello);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return Stopwatch.GetElapsedTime(_began);
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(10);
        }

        lock (_output)
            throw new InvalidOperationException($"The server did not start: {_output}");
    }

    /// <summary>Its database as another process opens it.</summary>
    public System.Data.Common.DbConnection OpenDatabase(string store)
    {
        System.Data.Common.DbConnection connection = store == "postgres" ? new Npgsql.NpgsqlConnection(ServerAddress()) : new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "coach.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    public async Task<ServerUse> UseAsync()
    {
        _process.Refresh();
        var (cpu, peak) = (_process.TotalProcessorTime, _process.PeakWorkingSet64);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(UseSocket));
        var answer = new byte[32];
        var length = await socket.ReceiveAsync(answer);
        return new ServerUse(cpu, long.Parse(answer.AsSpan(0, length), CultureInfo.InvariantCulture), peak);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private const string Hello = """
        {"type":"message","text":"help","id":"bench-hello","channelId":"msteams","deliveryMode":"expectReplies","from":{"id":"29:bench"},"recipient":{"id":"28:coach"},"conversation":{"id":"a:bench","conversationType":"personal"}}
        """;

    private Dictionary<string, string> Settings(string store) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["ASPNETCORE_URLS"] = Address.GetLeftPart(UriPartial.Authority),
        ["ConnectionStrings__Coach"] = store == "postgres" ? ServerAddress() : "",
        // Virtual people talk faster than Teams would let anybody.
        ["Sends__PerConversation"] = "100000,100000,100000,100000",
        ["Sends__PerSecondAndTenant"] = "1000",
        ["Sends__AtOnce"] = "100",
        ["Intake__PerSecondAndConversation"] = "100000",
        ["Storage__Path"] = Path.Combine(_folder.FullName, "coach.db"),
        ["DOTNET_STARTUP_HOOKS"] = typeof(ServerProcess).Assembly.Location,
        [StartupHook.SocketSetting] = UseSocket,
    };

    // The server is the person's who measures: its empty database is named here.
    private static string ServerAddress() => Environment.GetEnvironmentVariable("COACH_BENCH_POSTGRES")
        ?? throw new ArgumentException("Name an empty database first, for example COACH_BENCH_POSTGRES='Host=127.0.0.1;Database=bench;Username=coach'.");

    private void Note(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
            _output.AppendLine(line.Data);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
