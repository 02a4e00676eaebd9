namespace CoachBot.Benchmarks.Reading;

/// <summary>Which cases are read, and how often all of them are read before and while the clock runs.</summary>
public sealed record ReadingOptions(string Cases, int WarmUp, int Rounds)
{
    public static ReadingOptions From(Arguments given)
    {
        var options = new ReadingOptions(given.Text("cases") ?? "Bot.Tests/Cases/dev.jsonl", (int)given.Number("warmup", 10, 0), (int)given.Number("rounds", 10, 1));
        given.Finish();
        return options;
    }
}
