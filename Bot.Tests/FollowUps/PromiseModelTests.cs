using CoachBot.Benchmarks.Promises;
using CoachBot.Tests.Storage;

namespace CoachBot.Tests.FollowUps;

/// <summary>A promise, whatever many writers do at once and wherever a program dies.</summary>
public sealed class A_promise_by_its_model : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coach-promise-");

    [Fact]
    public Task Is_kept_on_SQLite() => IsKeptAsync(null, 14_000);

    [Fact]
    public async Task Is_kept_by_two_programs_on_PostgreSQL() => await IsKeptAsync(await PostgresServer.NewDatabaseAsync(), 6_000);

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task IsKeptAsync(string? server, int operations)
    {
        var setting = new PromiseTrial.Setting(operations, _folder.FullName, server, Path.Combine(AppContext.BaseDirectory, "Prompts"), Seed: 1, DiesAfter: 2000);

        var result = await new PromiseTrial(setting).RunAsync();

        Assert.Empty(result.Leaks);
        // All of it was there, or nothing was shown.
        Assert.InRange(result.Promised, operations / 10, operations);
        Assert.InRange(result.Reminded, operations / 50, operations);
        Assert.InRange(result.Deaths, (operations / 2000) - 1, operations);
        Assert.InRange(result.Unanswered, 0, operations / 100);
    }
}
