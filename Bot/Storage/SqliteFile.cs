using Microsoft.Data.Sqlite;

namespace CoachBot.Storage;

/// <summary>The database file: made when it is missing, opened so that reading never waits for writing.</summary>
internal sealed class SqliteFile
{
    // The version of the tables, kept in the file. A file of a newer program is not touched.
    private const long Tables = 1;
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS state (
            key TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL,
            version INTEGER NOT NULL
        );
        """;
    private const int BusySeconds = 5;

    private readonly string _connection;

    static SqliteFile() => SQLitePCL.Batteries_V2.Init();

    /// <exception cref="IOException">The file cannot be made, opened or written, or belongs to a newer version of the program.</exception>
    public SqliteFile(string path)
    {
        _connection = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = BusySeconds }.ToString();
        try
        {
            MakeForThisAccountAlone(path);
            using var connection = Open();
            Prepare(connection);
        }
        catch (Exception e) when (e is SqliteException or UnauthorizedAccessException or IOException)
        {
            throw new IOException($"Storage:Path '{path}' cannot be used as the database: {e.Message} Set it to a file in a folder the program may write to, for example /var/lib/coachbot/coach.db.", e);
        }
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        Run(connection, $"PRAGMA busy_timeout={BusySeconds * 1000}; PRAGMA synchronous=NORMAL;");
        return connection;
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // What reps tell of their customers is for the account that runs the program; the files beside the database take its rights over.
    private static void MakeForThisAccountAlone(string path)
    {
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite, OwnersFolder = Owner | UnixFileMode.UserExecute;
        var folder = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        if (!Directory.Exists(folder))
            Directory.CreateDirectory(folder, OwnersFolder);
        // Only a file that is not there yet: closing one that SQLite has open would drop its locks.
        if (!File.Exists(path))
            new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, UnixCreateMode = Owner }).Dispose();
    }

    private static void Prepare(SqliteConnection connection)
    {
        Run(connection, "PRAGMA journal_mode=WAL;");
        using var transaction = connection.BeginTransaction(deferred: false);
        using var version = connection.CreateCommand();
        version.Transaction = transaction;
        version.CommandText = "PRAGMA user_version;";
        if ((long)version.ExecuteScalar()! > Tables)
            throw new IOException("it was written by a newer version of the program.");
        version.CommandText = $"{Schema} PRAGMA user_version={Tables};";
        version.ExecuteNonQuery();
        transaction.Commit();
    }
}
