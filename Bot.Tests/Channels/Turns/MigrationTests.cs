using System.Text.RegularExpressions;
using CoachBot.Storage;
using CoachBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoachBot.Tests.Channels.Turns;

/// <summary>The numbered files of Migrations.</summary>
public sealed partial class The_numbered_files
{
    private const string SqliteShape = """
        SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk FROM sqlite_master m, pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'migrations'
        UNION ALL SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
        """;

    private const string PostgresShape = """
        SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || is_identity FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name <> 'migrations'
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations'
        """;

    [Fact]
    public async Task Make_of_an_empty_file_what_the_model_says()
    {
        using var made = new TemporaryFile();
        using var modelled = new TemporaryFile();
        await using (await TestStore.OnSqliteAsync(made.Path))
        {
        }

        await using var one = new CoachDatabase(Sqlite(made.Path));
        await using var other = new CoachDatabase(Sqlite(modelled.Path));
        await other.Database.ExecuteSqlRawAsync(other.Database.GenerateCreateScript(), TestContext.Current.CancellationToken);

        Assert.Equal(await ShapeAsync(other, SqliteShape), await ShapeAsync(one, SqliteShape));
    }

    [Fact]
    public async Task Make_of_an_empty_database_on_a_server_what_the_model_says()
    {
        var (made, modelled) = (await PostgresServer.NewDatabaseAsync(), await PostgresServer.NewDatabaseAsync());
        await using (await TestStore.OnPostgresAsync(made))
        {
        }

        await using (var one = new CoachDatabase(Postgres(made)))
        await using (var other = new CoachDatabase(Postgres(modelled)))
        {
            await other.Database.ExecuteSqlRawAsync(other.Database.GenerateCreateScript(), TestContext.Current.CancellationToken);
            Assert.Equal(await ShapeAsync(other, PostgresShape), await ShapeAsync(one, PostgresShape));
        }

        await PostgresServer.DropAsync(made);
        await PostgresServer.DropAsync(modelled);
    }

    private static DbContextOptions<CoachDatabase> Sqlite(string path) => new DbContextOptionsBuilder<CoachDatabase>().UseSqlite($"Data Source={path};Pooling=False").Options;

    private static DbContextOptions<CoachDatabase> Postgres(string connection) => new DbContextOptionsBuilder<CoachDatabase>().UseNpgsql(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ToString()).Options;

    private static async Task<List<string>> ShapeAsync(CoachDatabase database, string sql)
    {
        await database.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = database.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // One of the two above.
        command.CommandText = sql;
#pragma warning restore CA2100
        var shape = new List<string>();
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            shape.Add(Loose().Replace(PrimaryKey().Replace(rows.GetString(0), "INDEX pk ON"), ""));
        return [.. shape.Order(StringComparer.Ordinal)];
    }

    // The two write the same with other quotes, spaces and names of primary keys.
    [GeneratedRegex(@"[""\s]+")]
    private static partial Regex Loose();

    [GeneratedRegex(@"INDEX ""?(PK_\w+|\w+_pkey)""? ON")]
    private static partial Regex PrimaryKey();
}
