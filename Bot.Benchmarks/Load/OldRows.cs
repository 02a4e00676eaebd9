using System.Data.Common;
using System.Globalization;

namespace CoachBot.Benchmarks.Load;

/// <summary>What a program that has run for long has in its tables: messages that were worked on, and answers that were sent.</summary>
internal static class OldRows
{
    private const string Sql = """
        INSERT INTO conversations (key, token, leased_until, reference) SELECT 'msteams/old/' || i, 30, 0, '{}' FROM n WHERE i <= MANY / 30 + 1;
        INSERT INTO inbox (conversation, activity_id, status, body, tries, received, done) SELECT 'msteams/old/' || (i / 30), 'old-' || i, 1, '', 0, 1700000000000 + i, 1700000000100 + i FROM n;
        INSERT INTO outbox (conversation, mark, kind, status, body, attempts, ambiguous, last_status, created, due, sent, channels_id)
          SELECT 'msteams/old/' || (i / 30), 'mark:old-' || i, 0, 2, '', 1, 0, 200, 1700000000000 + i, 1700000000000 + i, 1700000000100 + i, 'out-' || i FROM n;
        """;

    public static async Task AddAsync(DbConnection connection, int many)
    {
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 600;
        var numbers = connection is Npgsql.NpgsqlConnection
            ? "CREATE TEMP TABLE n AS SELECT generate_series(1, MANY) AS i;"
            : "CREATE TEMP TABLE n (i INTEGER); WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < MANY) INSERT INTO n SELECT i FROM c; BEGIN;";
#pragma warning disable CA2100 // A number.
        command.CommandText = (numbers + Sql + (connection is Npgsql.NpgsqlConnection ? "ANALYZE" : "COMMIT")).Replace("MANY", many.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
