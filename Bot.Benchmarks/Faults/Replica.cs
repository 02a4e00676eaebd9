using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CoachBot.Benchmarks.Servers;

namespace CoachBot.Benchmarks.Faults;

/// <summary>One process of the real program, which is started again on the same address whenever it has died.</summary>
internal sealed class Replica(string program, IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) };

    private readonly ConcurrentQueue<string> _output = new();
    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}/");

    public bool IsRunning => _process is { HasExited: false };

    public int Id => _process!.Id;

    /// <summary>When the last process of it died, by the clock of <see cref="Stopwatch"/>.</summary>
    public long Died { get; private set; }

    public IEnumerable<string> Output => _output;

    public void Start(int crashAt = 0)
    {
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var setting in start.Environment.Keys.Where(k => k.StartsWith("MicrosoftApp", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(setting);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        // It lives for seconds: what is learned for the long run is never used.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["ASPNETCORE_URLS"] = Address.GetLeftPart(UriPartial.Authority);
        if (crashAt > 0)
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(Replica).Assembly.Location;
            start.Environment[CrashPoints.Setting] = crashAt.ToString(CultureInfo.InvariantCulture);
        }

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.Exited += (_, _) => Died = Stopwatch.GetTimestamp();
        process.OutputDataReceived += Note;
        process.ErrorDataReceived += Note;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
    }

    /// <summary>True once it takes messages; false when it died before that.</summary>
    public async Task<bool> ReadyAsync()
    {
        for (var began = Stopwatch.StartNew(); began.Elapsed < TimeSpan.FromSeconds(60) && IsRunning; await Task.Delay(50))
        {
            try
            {
                using var answer = await Http.GetAsync(new Uri(Address, "health/ready"));
                if (answer.StatusCode == HttpStatusCode.OK)
                    return true;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or OperationCanceledException)
            {
                // It does not listen yet.
            }
        }

        return false;
    }

    public async Task KillAsync()
    {
        if (_process is not { } process)
            return;
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Sends a signal that .NET has no name for.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private void Note(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not { Length: > 0 } text)
            return;
        _output.Enqueue(text);
        while (_output.Count > 2000)
            _output.TryDequeue(out _);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
