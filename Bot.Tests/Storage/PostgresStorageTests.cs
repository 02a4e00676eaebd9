namespace CoachBot.Tests.Storage;

/// <summary>State on a PostgreSQL server.</summary>
public sealed class PostgresStorageTests : DatabaseStorageSuite
{
    private string? _database;

    protected override async Task<TestStore> OpenAsync() => await TestStore.OnPostgresAsync(_database ??= await PostgresServer.NewDatabaseAsync());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await PostgresServer.DropAsync(_database!);
    }
}
