using Microsoft.Data.Sqlite;

namespace CoachBot.Tests.Storage;

/// <summary>State in a file.</summary>
public sealed class SqliteStorageTests : DatabaseStorageSuite
{
    private readonly TemporaryFile _file = new();

    protected override Task<TestStore> OpenAsync() => TestStore.OnSqliteAsync(_file.Path);

    [Fact]
    public async Task Is_for_one_process_at_a_time()
    {
        var refused = await Assert.ThrowsAnyAsync<IOException>(OpenAsync);

        Assert.Contains("already running", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_setting_to_mend_when_the_file_cannot_be_used()
    {
        var path = Path.Combine(_file.Path, "inside-a-file.db");

        var failure = await Assert.ThrowsAnyAsync<IOException>(() => TestStore.OnSqliteAsync(path));

        Assert.Contains("Storage:Path", failure.Message, StringComparison.Ordinal);
        Assert.Contains(path, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_for_the_account_that_runs_the_program_alone()
    {
        var path = Path.Combine(_file.Folder, "made", "coach.db");
        await using var storage = await TestStore.OnSqliteAsync(path);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(path)!));
        }

        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task Leaves_a_file_of_a_newer_program_alone()
    {
        var path = Path.Combine(_file.Folder, "newer.db");
        await (await TestStore.OnSqliteAsync(path)).DisposeAsync();
        Run(path, "INSERT INTO migrations (number, name) VALUES (9999, 'to-come')");

        Assert.Contains("newer", (await Assert.ThrowsAnyAsync<IOException>(() => TestStore.OnSqliteAsync(path))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_over_a_file_of_the_first_version_with_what_is_in_it()
    {
        var path = Path.Combine(_file.Folder, "first.db");
        Run(path, """
            CREATE TABLE state (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL, version INTEGER NOT NULL);
            INSERT INTO state (key, value, version) VALUES ('a', '{"name":"Ana"}', 7);
            PRAGMA user_version=1;
            """);
        await using var store = await TestStore.OnSqliteAsync(path);

        var items = await store.Storage.ReadAsync(["a"], Cancel);

        Assert.Equal("Ana", Assert.IsType<IDictionary<string, object>>(items["a"], exactMatch: false)["name"]);
    }

    [Theory]
    [InlineData("its header", 0)]
    [InlineData("pages in its middle", 3 * 4096)]
    public async Task Refuses_a_damaged_file_and_says_how_to_put_a_copy_back(string what, int at)
    {
        var path = Path.Combine(_file.Folder, "damaged.db");
        await using (var store = await TestStore.OnSqliteAsync(path))
        {
            for (var n = 0; n < 200; n++)
                await store.Storage.WriteAsync(Changes(($"key-{n}", Map("text", new string('x', 200)))), Cancel);
        }

        Run(path, "PRAGMA wal_checkpoint(TRUNCATE);");
        await using (var file = File.OpenWrite(path))
        {
            file.Position = at;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, 8192).ToArray(), Cancel);
        }

        var refused = await Assert.ThrowsAnyAsync<IOException>(() => TestStore.OnSqliteAsync(path));

        Assert.True(refused.Message.Contains("put a copy back", StringComparison.OrdinalIgnoreCase), $"{what}: {refused.Message}");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _file.Dispose();
    }

    private static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written here.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
