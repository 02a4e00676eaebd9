namespace CoachBot.Benchmarks.Starting;

/// <summary>Which program is started, and how long it is then left alone before its memory is read.</summary>
public sealed record StartOptions(string? Program, TimeSpan Idle, int Port, bool Json)
{
    public static StartOptions From(Arguments given)
    {
        var options = new StartOptions(
            given.Text("program"),
            TimeSpan.FromSeconds(given.Number("seconds", 60, 0)),
            given.Number("port", 0, 0),
            given.Flag("json"));
        given.Finish();
        return options;
    }
}
