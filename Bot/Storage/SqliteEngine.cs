using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoachBot.Storage;

/// <summary>One file for one process: reading never waits for writing, and one writes at a time.</summary>
internal sealed class SqliteEngine : DatabaseEngine, IDisposable
{
    private const int BusySeconds = 5;
    // Whoever waits longer than this to write would be waited for no longer by the channel.
    private static readonly TimeSpan WriterWait = TimeSpan.FromSeconds(10);
    // A larger file is checked when somebody asks for it; its pages are read at every start otherwise.
    private const long CheckedAtStart = 256L << 20;

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly string _connection;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Release _release;
    private FileStream? _alone;

    static SqliteEngine() => SQLitePCL.Batteries_V2.Init();

    public SqliteEngine(string path, TimeProvider time)
    {
        (_path, _time, _release) = (path, time, new Release(_writing));
        _connection = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = BusySeconds }.ToString();
    }

    public override string Name => "sqlite";

    private string PutBack => $"Put a copy back in its place and delete the files '{_path}-wal' and '{_path}-shm' beside it.";

    public override void Use(DbContextOptionsBuilder options) => options.UseSqlite(_connection).AddInterceptors(new Pragmas());

    public override Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            MakeForThisAccountAlone(_path);
            _alone = Alone(_path + ".lock");
            using var connection = new SqliteConnection(_connection);
            connection.Open();
            if (new FileInfo(_path).Length < CheckedAtStart && Ask(connection, "PRAGMA quick_check(1);") is not "ok" and var damage)
                throw new IOException($"it is damaged ({damage}). {PutBack}");
            Ask(connection, "PRAGMA journal_mode=WAL;");
            // What was deleted just before a crash still stands in the log.
            Ask(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
            return Task.CompletedTask;
        }
        catch (Exception e) when (e is SqliteException or UnauthorizedAccessException or IOException)
        {
            var damaged = e is SqliteException { SqliteErrorCode: 11 or 26 } ? $" It is damaged. {PutBack}" : "";
            throw new IOException($"Storage:Path '{_path}' cannot be used as the database: {e.Message}{damaged} Set it to a file in a folder the program may write to, for example /var/lib/coachbot/coach.db.", e);
        }
    }

    // One process has the file, and the transaction is the only one that writes.
    public override Task LockForMigrationAsync(CoachDatabase database, CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task<DateTimeOffset> ReadTimeAsync(CoachDatabase database, CancellationToken cancellationToken) => Task.FromResult(_time.GetUtcNow());

    // Whoever writes is alone.
    public override Task<bool> TryLockPersonAsync(CoachDatabase database, string person, CancellationToken cancellationToken) => Task.FromResult(true);

    // In the file itself secure_delete has put zeros in its place; the log still holds the pages from before.
    public override async Task OverwriteDeletedAsync(CoachDatabase database, CancellationToken cancellationToken)
    {
        using var writer = await WriterAsync(cancellationToken);
        await database.Database.OpenConnectionAsync(cancellationToken);
        if (Ask((SqliteConnection)database.Database.GetDbConnection(), "PRAGMA wal_checkpoint(TRUNCATE);") != "0")
            throw new TimeoutException("The log of the database is still being read.");
    }

    public override async ValueTask<IDisposable> WriterAsync(CancellationToken cancellationToken)
    {
        return await _writing.WaitAsync(WriterWait, cancellationToken) ? _release : throw new TimeoutException("Others have been writing to the database for too long.");
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(_connection))
            SqliteConnection.ClearPool(connection);
        _alone?.Dispose();
        _writing.Dispose();
    }

    private static string Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }

    private static FileStream Alone(string path)
    {
        try
        {
            return OwnFiles.Open(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None });
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new IOException("another CoachBot is already running on it.");
        }
    }

    // Made here, so that the files beside it take its rights over. Only one that is not there yet: closing one that SQLite has open would drop its locks.
    private static void MakeForThisAccountAlone(string path)
    {
        OwnFiles.MakeFolder(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
            OwnFiles.Open(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite }).Dispose();
    }

    private sealed class Release(SemaphoreSlim writing) : IDisposable
    {
        public void Dispose() => writing.Release();
    }

    // What is acknowledged has to be on the disk (FULL), and what is deleted has to be gone from it (secure_delete).
    private sealed class Pragmas : DbConnectionInterceptor
    {
        private const string Sql = "PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;";

        // A pooled connection keeps them; it comes back under the same handle.
        private readonly System.Runtime.CompilerServices.ConditionalWeakTable<object, object> _set = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (!IsNew(connection))
                return;
            using var command = connection.CreateCommand();
            command.CommandText = Sql;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (!IsNew(connection))
                return;
            await using var command = connection.CreateCommand();
            command.CommandText = Sql;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        private bool IsNew(DbConnection connection) => ((SqliteConnection)connection).Handle is not { } handle || _set.TryAdd(handle, this);
    }
}
