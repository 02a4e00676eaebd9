using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CoachBot.Benchmarks.Faults;

/// <summary>What the database has of one conversation.</summary>
/// <param name="Taken">Activities that were taken in.</param>
/// <param name="Done">How many of them were worked on.</param>
/// <param name="Outgoing">What turns wanted to send.</param>
/// <param name="Open">How much of it is neither sent nor given up.</param>
/// <param name="Ambiguous">How often something was perhaps sent.</param>
internal sealed record Record(int Taken, int Done, int Outgoing, int Open, int Ambiguous);

/// <summary>Reads the program's database from outside.</summary>
internal static class Records
{
    private const string Sql = """
        SELECT c.key,
          (SELECT count(*) FROM inbox i WHERE i.conversation = c.key),
          (SELECT count(*) FROM inbox i WHERE i.conversation = c.key AND i.status = 1),
          (SELECT count(*) FROM outbox o WHERE o.conversation = c.key),
          (SELECT count(*) FROM outbox o WHERE o.conversation = c.key AND o.status < 2),
          (SELECT coalesce(sum(o.ambiguous), 0) FROM outbox o WHERE o.conversation = c.key)
        FROM conversations c
        """;

    public static DbConnection Open(Fleet fleet)
    {
        DbConnection connection = fleet.Server is { } server ? new NpgsqlConnection(server + ";Pooling=false") : new SqliteConnection($"Data Source={fleet.Database};Pooling=False");
        connection.Open();
        return connection;
    }

    public static async Task<Dictionary<string, Record>> ReadAsync(Fleet fleet)
    {
        await using var connection = Open(fleet);
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        var records = new Dictionary<string, Record>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            // The key ends with the channel's own id.
            var key = rows.GetString(0);
            records[key[(key.LastIndexOf('/') + 1)..]] = new Record((int)rows.GetInt64(1), (int)rows.GetInt64(2), (int)rows.GetInt64(3), (int)rows.GetInt64(4), Convert.ToInt32(rows.GetValue(5), CultureInfo.InvariantCulture));
        }

        return records;
    }

    /// <summary>What was sent about customers whose promise stood already.</summary>
    public static Task<int> LeaksAsync(Fleet fleet) =>
        CountAsync(fleet, "SELECT count(*) FROM outbox o JOIN promises p ON p.person = o.person AND p.customer = o.about WHERE p.lifted IS NULL AND o.sent > p.made");

    /// <summary>Messages that failed at every try.</summary>
    public static Task<int> ParkedAsync(Fleet fleet) => CountAsync(fleet, "SELECT count(*) FROM inbox WHERE status = 2");

    private static async Task<int> CountAsync(Fleet fleet, string sql)
    {
        await using var connection = Open(fleet);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // It is one of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>Waits until nothing is under way any more; without the sends, where some go to addresses that nobody answers at.</summary>
    public static async Task SettleAsync(Fleet fleet, bool sends = true)
    {
        await using var connection = Open(fleet);
        await using var command = connection.CreateCommand();
        command.CommandText = sends
            ? "SELECT (SELECT count(*) FROM inbox WHERE status = 0) + (SELECT count(*) FROM outbox WHERE status < 2)"
            : "SELECT count(*) FROM inbox WHERE status = 0";
        for (var began = Stopwatch.StartNew(); began.Elapsed < TimeSpan.FromSeconds(40) && Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) > 0;)
            await Task.Delay(25);
    }
}
