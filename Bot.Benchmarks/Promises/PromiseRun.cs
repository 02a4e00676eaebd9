using System.Globalization;
using System.Text.Json;

namespace CoachBot.Benchmarks.Promises;

/// <summary>Where the promise is tried, and how often.</summary>
public sealed record PromiseOptions(int Operations, string? Postgres, int Seed, bool Json)
{
    public static PromiseOptions From(Arguments given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var options = new PromiseOptions(given.Number("operations", 20_000, 1), given.Text("postgres"), given.Number("seed", 1, 1), given.Flag("json"));
        given.Finish();
        return options;
    }
}

/// <summary>The command that tries the promise against its model; it fails where one message went out that must not have.</summary>
internal static class PromiseRun
{
    public static async Task<int> RunAsync(PromiseOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("coach-promise-");
        try
        {
            var setting = new PromiseTrial.Setting(options.Operations, folder.FullName, options.Postgres, Path.Combine(AppContext.BaseDirectory, "Prompts"), options.Seed, DiesAfter: 1000);
            var since = TimeProvider.System.GetTimestamp();
            var result = await new PromiseTrial(setting).RunAsync();
            Console.WriteLine(options.Json
                ? JsonSerializer.Serialize(new { operations = result.Operations, promised = result.Promised, lifted = result.Lifted, reminded = result.Reminded, deaths = result.Deaths, failures = result.Failures, unanswered = result.Unanswered, leaks = result.Leaks.Count })
                : string.Create(CultureInfo.InvariantCulture, $"{result.Operations} operations in {TimeProvider.System.GetElapsedTime(since).TotalSeconds:f0} s: {result.Promised} promises, {result.Lifted} lifted, {result.Reminded} reminders, {result.Deaths} deaths, {result.Failures} failed calls, {result.Unanswered} unanswered, {result.Leaks.Count} leaks"));
            foreach (var leak in result.Leaks.Take(10))
                await Console.Error.WriteLineAsync(leak);
            return result.Leaks.Count == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
