using CoachBot.Benchmarks;
using CoachBot.Benchmarks.Faults;
using CoachBot.Benchmarks.Flood;
using CoachBot.Benchmarks.Fuzz;
using CoachBot.Benchmarks.Load;
using CoachBot.Benchmarks.Promises;
using CoachBot.Benchmarks.Reading;
using CoachBot.Benchmarks.Servers;
using CoachBot.Benchmarks.Starting;

try
{
    return args switch
    {
        ["load", .. var rest] => await LoadRun.RunAsync(LoadOptions.From(new Arguments(rest))),
        ["faults", .. var rest] => await FaultRun.RunAsync(FaultOptions.From(new Arguments(rest))),
        ["promise", .. var rest] => await PromiseRun.RunAsync(PromiseOptions.From(new Arguments(rest))),
        ["flood", .. var rest] => await FloodRun.RunAsync(FloodOptions.From(new Arguments(rest))),
        ["fuzz", .. var rest] => await FuzzRun.RunAsync(FuzzOptions.From(new Arguments(rest))),
        ["start", .. var rest] => await StartRun.RunAsync(StartOptions.From(new Arguments(rest))),
        ["read", .. var rest] => ReadingRun.Run(ReadingOptions.From(new Arguments(rest))),
        ["serve", .. var rest] => await EchoServer.RunAsync(rest),
        _ => throw new UsageException("there is no such command"),
    };
}
catch (UsageException wrong)
{
    await Console.Error.WriteLineAsync($"""
        {wrong.Message}

        load   --scenario echo|debrief  --mode expect|callback  --concurrency 8  --store sqlite|postgres
               --seconds 10  --warmup 5  --port 0  --program path/to/Bot.dll  --json
               --replicas 1  --connector-ms 0  --prefill 0
        read   --cases Bot.Tests/Cases/dev.jsonl  --warmup 10  --rounds 10
        promise --operations 20000  --postgres connection-string  --seed 1  --json
        faults --conversations 300  --store both|sqlite|postgres  --only a-scenario  --program path/to/Bot.dll  --lanes 2  --json
        flood  --seconds 10  --rounds 3  --flood 1000  --json
        fuzz   --activities 100000  --seed 1  --recorded Bot.Tests/BotFramework/Wire  --json
        start  --program path/to/Bot.dll  --seconds 60  --port 0  --json
        """);
    return 2;
}
