using System.Diagnostics;
using System.Net;
using System.Text;

namespace CoachBot.Benchmarks.Faults;

/// <summary>The program as it runs somewhere: some replicas on one database, and whoever starts the dead ones again.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private readonly Dictionary<string, string> _settings = new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Logging__LogLevel__Microsoft"] = "None",
        // People of a harness talk faster than Teams would let them, and all at once.
        ["Sends__PerConversation"] = "100000,100000,100000,100000",
        ["Sends__PerSecondAndTenant"] = "1000",
        ["Sends__AtOnce"] = "100",
    };

    // A channel waits 15 s; with less, a run is over sooner, and there are more copies.
    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(6) };
    private readonly List<Replica> _replicas = [];
    private readonly Lock _lock = new();
    private readonly List<(long From, long To)> _faults = [];
    private readonly string _folder;
    private int _next;

    public Fleet(string? program, int replicas, string? server, string folder, int perSecondAndConversation = 20)
    {
        _settings["Intake__PerSecondAndConversation"] = $"{perSecondAndConversation}";
        _folder = folder;
        Database = Path.Combine(folder, "coach.db");
        Server = server;
        _settings["ConnectionStrings__Coach"] = server ?? "";
        _settings["Storage__Path"] = Database;
        var path = Path.GetFullPath(program ?? Path.Combine(AppContext.BaseDirectory, "Bot.dll"));
        _replicas.AddRange(Enumerable.Range(0, replicas).Select(_ => new Replica(path, _settings)));
    }

    public string Database { get; }

    public string? Server { get; }

    public IReadOnlyList<Replica> Replicas => _replicas;

    /// <summary>When something was done to the program, from and to, by the clock of <see cref="Stopwatch"/>.</summary>
    public IReadOnlyList<(long From, long To)> Faults
    {
        get
        {
            lock (_lock)
                return [.. _faults];
        }
    }

    public int Refused { get; private set; }

    public async Task StartAsync()
    {
        foreach (var replica in _replicas)
            replica.Start();
        foreach (var replica in _replicas)
        {
            if (!await replica.ReadyAsync())
                throw new InvalidOperationException("The program did not start: " + string.Join('\n', replica.Output));
        }
    }

    /// <summary>Waits until all take messages.</summary>
    public Task ReadyAsync() => Task.WhenAll(_replicas.Select(r => r.ReadyAsync()));

    public void NoteFault(long from, long to)
    {
        lock (_lock)
            _faults.Add((from, to));
    }

    public async Task KillAsync(Replica replica)
    {
        var from = Stopwatch.GetTimestamp();
        await replica.KillAsync();
        NoteFault(from, Stopwatch.GetTimestamp());
    }

    /// <summary>Hands an activity over as a channel does: to any replica, and again until one has taken it.</summary>
    public async Task<bool> DeliverAsync(string body, CancellationToken cancellationToken)
    {
        for (var began = Stopwatch.StartNew(); began.Elapsed < TimeSpan.FromMinutes(15) && !cancellationToken.IsCancellationRequested;)
        {
            if (await TryDeliverAsync(body, _replicas[(int)((uint)Interlocked.Increment(ref _next) % _replicas.Count)]))
                return true;
            await Task.Delay(100, CancellationToken.None);
        }

        return false;
    }

    public async Task<bool> TryDeliverAsync(string body, Replica replica)
    {
        if (!replica.IsRunning)
            return false;
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await _http.PostAsync(new Uri(replica.Address, "api/messages"), content);
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                Refused++;
            else if (answer.StatusCode != HttpStatusCode.OK)
                await Console.Error.WriteLineAsync($"answered with {(int)answer.StatusCode}");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException or IOException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
            await replica.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
