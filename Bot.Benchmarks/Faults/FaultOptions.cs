namespace CoachBot.Benchmarks.Faults;

/// <summary>How many conversations go through the faults, and on which stores.</summary>
public sealed record FaultOptions(int Conversations, string Store, string? Only, string? Program, bool Json)
{
    public static FaultOptions From(Arguments given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var options = new FaultOptions(given.Number("conversations", 300, 1), given.OneOf("store", "both", "sqlite", "postgres"), given.Text("only"), given.Text("program"), given.Flag("json"));
        given.Finish();
        return options;
    }
}
