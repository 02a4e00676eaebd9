using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CoachBot.Benchmarks.Faults;

/// <summary>A PostgreSQL server of the harness's own, by .ci/postgres: it may be crashed.</summary>
internal sealed class PostgresProcess : IAsyncDisposable
{
    private static int _servers;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"coach-faults-postgres-{Environment.ProcessId}-{Interlocked.Increment(ref _servers)}"));
    private string _server = "";
    private int _databases;

    public static async Task<PostgresProcess> StartAsync()
    {
        var server = new PostgresProcess();
        server._server = (await RunAsync("start", server._folder, FreePort().ToString(CultureInfo.InvariantCulture))).Trim();
        return server;
    }

    public async Task<string> NewDatabaseAsync()
    {
        var name = $"faults{++_databases}";
        // Without a pool: the server may have crashed since.
        await using var connection = new NpgsqlConnection(_server + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made here.
        command.CommandText = $"CREATE DATABASE {name}";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(_server) { Database = name, MaxPoolSize = 40 }.ToString();
    }

    public Task CrashAsync() => RunAsync("crash", _folder);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await RunAsync("stop", _folder);
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<string> RunAsync(params string[] arguments)
    {
        // The server keeps the error stream open for as long as it lives: only what is printed is read.
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", "exec \"$0\" \"$@\" 2>/dev/null", Script(), .. arguments]) { RedirectStandardOutput = true })!;
        var line = arguments[0] == "start" ? await process.StandardOutput.ReadLineAsync() : "";
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? line ?? "" : throw new InvalidOperationException($".ci/postgres {arguments[0]} failed");
    }

    private static string Script()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, ".ci", "postgres") is var script && File.Exists(script))
                return script;
        }

        throw new FileNotFoundException(".ci/postgres is not above this program");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
