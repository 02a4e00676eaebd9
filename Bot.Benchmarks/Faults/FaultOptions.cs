namespace CoachBot.Benchmarks.Faults;

/// <summary>How many conversations go through the faults, on which stores, and how many programs are disturbed at one time.</summary>
public sealed record FaultOptions(int Conversations, string Store, string? Only, string? Program, int Lanes, bool Json)
{
    public static FaultOptions From(Arguments given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var options = new FaultOptions(given.Number("conversations", 300, 1), given.OneOf("store", "both", "sqlite", "postgres"), given.Text("only"), given.Text("program"), given.Number("lanes", 2, 1), given.Flag("json"));
        given.Finish();
        return options;
    }
}
