using Npgsql;

namespace CoachBot.Tests.Storage;

/// <summary>The PostgreSQL server that the gate starts (see .ci/postgres), named by COACH_TEST_POSTGRES; each test has a database of its own on it.</summary>
public static class PostgresServer
{
    public const string Setting = "COACH_TEST_POSTGRES";

    /// <summary>The connection string of a new, empty database.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        var server = Environment.GetEnvironmentVariable(Setting);
        Assert.SkipWhen(string.IsNullOrEmpty(server), $"{Setting} names no server: start one with .ci/postgres.");
        var name = $"coach_{Guid.NewGuid():n}";
        await RunAsync(server!, $"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 10 }.ToString();
    }

    public static async Task DropAsync(string connection)
    {
        await using (var pooled = new NpgsqlConnection(connection))
            NpgsqlConnection.ClearPool(pooled);
        var builder = new NpgsqlConnectionStringBuilder(connection);
        await RunAsync(Environment.GetEnvironmentVariable(Setting)!, $"DROP DATABASE IF EXISTS {builder.Database} WITH (FORCE)");
    }

    private static async Task RunAsync(string connection, string sql)
    {
        await using var server = new NpgsqlConnection(connection);
        await server.OpenAsync();
        await using var command = server.CreateCommand();
#pragma warning disable CA2100 // The name is drawn here.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
