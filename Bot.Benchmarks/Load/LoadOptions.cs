namespace CoachBot.Benchmarks.Load;

/// <summary>What is put on the server, and for how long.</summary>
public sealed record LoadOptions
{
    public required Scenario Scenario { get; init; }

    /// <summary>Replies come by calls to a connector, as in Teams; otherwise in the answer to the request (expectReplies).</summary>
    public bool ByCallback { get; init; }

    /// <summary>How many people talk at once; each waits for the answer before the next word.</summary>
    public int Concurrency { get; init; }

    public string Store { get; init; } = "memory";

    public TimeSpan WarmUp { get; init; }

    public TimeSpan Length { get; init; }

    /// <summary>The server's; the connector takes the next one. 0 takes any that are free.</summary>
    public int Port { get; init; }

    public string? Program { get; init; }

    /// <summary>Processes on one PostgreSQL server; the people are shared out among them.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>How long the connector takes.</summary>
    public TimeSpan ConnectorTakes { get; init; }

    /// <summary>Rows of old messages, and of old answers, that are there before the first one.</summary>
    public int Prefill { get; init; }

    public bool Json { get; init; }

    public static LoadOptions From(Arguments given)
    {
        var options = new LoadOptions
        {
            Scenario = given.OneOf("scenario", "echo", "debrief") == "echo" ? Scenario.Echo : Scenario.Debrief,
            ByCallback = given.OneOf("mode", "expect", "callback") == "callback",
            Concurrency = given.Number("concurrency", 8, 1),
            Store = given.OneOf("store", "sqlite", "postgres"),
            WarmUp = TimeSpan.FromSeconds(given.Number("warmup", 5, 0)),
            Length = TimeSpan.FromSeconds(given.Number("seconds", 10, 1)),
            Port = given.Number("port", 0, 0),
            Program = given.Text("program"),
            Replicas = given.Number("replicas", 1, 1),
            ConnectorTakes = TimeSpan.FromMilliseconds(given.Number("connector-ms", 0, 0)),
            Prefill = given.Number("prefill", 0, 0),
            Json = given.Flag("json"),
        };
        given.Finish();
        return options;
    }
}
