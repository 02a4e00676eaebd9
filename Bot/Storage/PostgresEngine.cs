using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoachBot.Storage;

/// <summary>A PostgreSQL server, for as many processes as there are.</summary>
internal sealed class PostgresEngine(string connection) : DatabaseEngine
{
    // Any number that nobody else locks by; held to the end of the transaction, so a pooler in transaction mode keeps it too.
    private const long MigrationLock = 4_726_011_923;

    public override string Name => "postgres";

    public override void Use(DbContextOptionsBuilder options) => options.UseNpgsql(connection);

    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var first = new NpgsqlConnection(connection);
            await first.OpenAsync(cancellationToken);
        }
        catch (Exception e) when (e is NpgsqlException or ArgumentException or System.Net.Sockets.SocketException)
        {
            // The message of the driver names host and user, never the password.
            throw new IOException($"ConnectionStrings:Coach cannot be used: {e.Message} An example: ConnectionStrings__Coach='Host=localhost;Database=coach;Username=coach;Password=…'.", e);
        }
    }

    public override Task LockForMigrationAsync(CoachDatabase database, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({MigrationLock})", cancellationToken);

    public override async Task<DateTimeOffset> ReadTimeAsync(CoachDatabase database, CancellationToken cancellationToken) =>
        DateTimeOffset.FromUnixTimeMilliseconds(await database.Database
            .SqlQuery<long>($"SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS \"Value\"").SingleAsync(cancellationToken));

    public override async Task<bool> TryLockPersonAsync(CoachDatabase database, string person, CancellationToken cancellationToken) =>
        await database.Database.SqlQuery<string>($"SELECT key AS \"Value\" FROM people WHERE key = {person} FOR UPDATE SKIP LOCKED").ToListAsync(cancellationToken) is [_];

    // What is deleted stays in the table's pages until they are vacuumed. The server's own log and its copies have their own end.
    public override async Task OverwriteDeletedAsync(CoachDatabase database, CancellationToken cancellationToken)
    {
        foreach (var table in database.Model.GetEntityTypes().Select(e => e.GetTableName()).Order(StringComparer.Ordinal))
        {
#pragma warning disable EF1002 // The names are those of our own tables.
            await database.Database.ExecuteSqlRawAsync($"VACUUM {table}", cancellationToken);
#pragma warning restore EF1002
        }
    }

    public override ValueTask<IDisposable> WriterAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IDisposable>(Anybody.Instance);

    private sealed class Anybody : IDisposable
    {
        public static readonly Anybody Instance = new();

        public void Dispose()
        {
        }
    }
}
