namespace CoachBot.Benchmarks.Flood;

/// <summary>How long each part of the measurement lasts, in seconds, how often the two are repeated, and how fast the flood is.</summary>
public sealed record FloodOptions(int Seconds, int Rounds, int PerSecond, bool Json)
{
    public static FloodOptions From(Arguments given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var options = new FloodOptions(given.Number("seconds", 10, 1), given.Number("rounds", 3, 1), given.Number("flood", 1000, 1), given.Flag("json"));
        given.Finish();
        return options;
    }
}
