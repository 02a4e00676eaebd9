using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoachBot.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CoachBot.Tests.Storage;

/// <summary>A database of the first numbered file, with people's data in it, that is opened by today's program.</summary>
public sealed class A_database_of_before
{
    private const int Rows = 1000;

    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["state"] = ["key", "value", "version"],
        ["conversations"] = ["key", "token", "holder", "leased_until", "reference", "closed_for"],
        ["inbox"] = ["conversation", "activity_id", "press", "status", "body", "answer", "tries", "received", "done"],
        ["outbox"] = ["conversation", "mark", "kind", "target", "status", "body", "attempts", "ambiguous", "last_status", "created", "due", "sent", "channels_id"],
    };

    private static readonly HashSet<string> Numbers = ["version", "token", "leased_until", "status", "tries", "received", "done", "kind", "attempts", "ambiguous", "last_status", "created", "due", "sent"];
    private static readonly HashSet<string> MayLack = ["holder", "closed_for", "press", "answer", "done", "target", "sent", "channels_id"];

    [Fact]
    public async Task In_a_file_has_every_row_after_as_it_was()
    {
        using var file = new TemporaryFile();
        await IsKeptAsync("sqlite", () => new SqliteConnection($"Data Source={file.Path};Pooling=False"), () => TestStore.OnSqliteAsync(file.Path));
    }

    [Fact]
    public async Task On_a_server_has_every_row_after_as_it_was()
    {
        var server = await PostgresServer.NewDatabaseAsync();
        await IsKeptAsync("postgres", () => new NpgsqlConnection(server + ";Pooling=false"), () => TestStore.OnPostgresAsync(server));
        await PostgresServer.DropAsync(server);
    }

    private static async Task IsKeptAsync(string engine, Func<DbConnection> connect, Func<Task<TestStore>> today)
    {
        await using var connection = connect();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await MakeAsync(connection, engine);
        var before = await PrintsAsync(connection);

        await using (await today())
        {
            Assert.InRange(await NumberAsync(connection, "SELECT count(*) FROM migrations"), 2, long.MaxValue);
            Assert.Equal(before, await PrintsAsync(connection));
        }

        Assert.All(before.Values, print => Assert.StartsWith($"{Rows} ", print, StringComparison.Ordinal));
    }

    private static async Task MakeAsync(DbConnection connection, string engine)
    {
        using var first = new StreamReader(typeof(CoachDatabase).Assembly.GetManifestResourceStream($"migrations/{engine}/0001-turns.sql")!);
        await RunAsync(connection, "CREATE TABLE migrations (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)");
        await RunAsync(connection, await first.ReadToEndAsync());
        await RunAsync(connection, "INSERT INTO migrations (number, name) VALUES (1, 'turns')");
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        foreach (var (table, columns) in Columns)
        {
            for (var row = 0; row < Rows; row++)
                await RunAsync(connection, $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, at) => $"@v{at}"))})", [.. columns.Select(c => Value(c, row))]);
        }

        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    private static object Value(string column, int row)
    {
        if (MayLack.Contains(column) && row % 3 == 0)
            return DBNull.Value;
        if (!Numbers.Contains(column))
            return $"{column} {row} Zoë 👍🏽 \" ' \\ \n ﷽ {new string('x', row % 50)}";
        return column is "status" or "kind" or "tries" or "attempts" or "ambiguous" or "last_status" ? row % 3L : 1_700_000_000_000L + row;
    }

    // How many rows, and a hash of all that stands in them.
    private static async Task<Dictionary<string, string>> PrintsAsync(DbConnection connection)
    {
        var prints = new Dictionary<string, string>();
        foreach (var (table, columns) in Columns)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are those above.
            command.CommandText = $"SELECT {string.Join(", ", columns)} FROM {table}";
#pragma warning restore CA2100
            var rows = new List<string>();
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                rows.Add(string.Join('\u0001', columns.Select((_, at) => Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture))));
            var all = string.Join('\u0002', rows.Order(StringComparer.Ordinal));
            prints[table] = $"{rows.Count} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all)))}";
        }

        return prints;
    }

    private static async Task<long> NumberAsync(DbConnection connection, string sql)
    {
        await using var command = Command(connection, sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
    }

    private static async Task RunAsync(DbConnection connection, string sql, params object[] values)
    {
        await using var command = Command(connection, sql);
        foreach (var (value, at) in values.Select((value, at) => (value, at)))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@v{at}", value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // It is written in this file or in the program's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
