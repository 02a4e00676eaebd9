using CoachBot.Benchmarks.Promises;
using CoachBot.Tests.Storage;

namespace CoachBot.Tests.FollowUps;

/// <summary>A promise, whatever many writers do at once and wherever a program dies.</summary>
public sealed class A_promise_by_its_model
{
    [Fact]
    public async Task Is_kept_on_SQLite()
    {
        var folder = Directory.CreateTempSubdirectory("coach-promise-");
        try
        {
            await IsKeptAsync(Path.Combine(folder.FullName, "coach.db"), 14_000);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Is_kept_by_two_programs_on_PostgreSQL() => await IsKeptAsync(await PostgresServer.NewDatabaseAsync(), 6_000);

    private static async Task IsKeptAsync(string database, int operations)
    {
        var setting = new PromiseTrial.Setting(operations, database, Path.Combine(AppContext.BaseDirectory, "Prompts"), Seed: 1, DiesAfter: 1000);

        var result = await new PromiseTrial(setting).RunAsync();

        Assert.Empty(result.Leaks);
        // All of it was there, or nothing was shown.
        Assert.InRange(result.Promised, operations / 10, operations);
        Assert.InRange(result.Reminded, operations / 50, operations);
        Assert.InRange(result.Deaths, operations / 1000 - 1, operations);
        Assert.InRange(result.Unanswered, 0, operations / 100);
    }
}
