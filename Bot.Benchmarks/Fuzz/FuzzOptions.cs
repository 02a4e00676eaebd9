namespace CoachBot.Benchmarks.Fuzz;

/// <summary>How many activities, of which die, made of the recordings in which folder.</summary>
public sealed record FuzzOptions(int Activities, int Seed, string Recorded, bool Json)
{
    public static FuzzOptions From(Arguments given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var options = new FuzzOptions(given.Number("activities", 100_000, 1), given.Number("seed", 1, 0), given.Text("recorded") ?? "Bot.Tests/BotFramework/Wire", given.Flag("json"));
        given.Finish();
        return Directory.Exists(options.Recorded) ? options : throw new UsageException($"--recorded {options.Recorded} is no folder; start this in the repository's root or name it");
    }
}
