using System.Text.Json;
using CoachBot.Benchmarks.Servers;

namespace CoachBot.Benchmarks.Load;

/// <summary>What a run came to. Times are the driver's; CPU, allocations and memory are the server's alone.</summary>
public sealed record LoadReport(
    string Scenario, string Mode, string Store, int Concurrency, int Turns, double TurnsPerSecond,
    double P50Ms, double P99Ms, double CpuMicrosecondsPerTurn, double AllocatedKbPerTurn, double PeakMemoryMb, int Errors)
{
    public static LoadReport Of(LoadOptions options, TimeSpan took, ServerUse before, ServerUse after, Tally tally)
    {
        var times = tally.Sorted();
        var turns = Math.Max(1, times.Length);
        return new(
            options.Scenario.Name,
            options.ByCallback ? "callback" : "expect",
            options.Store,
            options.Concurrency,
            times.Length,
            Math.Round(times.Length / took.TotalSeconds, 1),
            Percentile(times, 0.50),
            Percentile(times, 0.99),
            Math.Round((after.Cpu - before.Cpu).TotalMicroseconds / turns, 1),
            Math.Round((after.Allocated - before.Allocated) / 1024.0 / turns, 1),
            Math.Round(after.PeakMemory / 1048576.0, 1),
            tally.Errors);
    }

    public void Print(TextWriter output, bool json)
    {
        output.WriteLine($"""
            {Scenario}, {Mode}, {Concurrency} at once, state in {Store}: {Turns} turns, {TurnsPerSecond:F0} a second
            p50 {P50Ms:F2} ms, p99 {P99Ms:F2} ms; server CPU {CpuMicrosecondsPerTurn:F0} µs a turn, {AllocatedKbPerTurn:F1} KB allocated a turn, peak memory {PeakMemoryMb:F0} MB; {Errors} errors
            """);
        if (json)
            output.WriteLine(JsonSerializer.Serialize(this, JsonSerializerOptions.Web));
    }

    private static double Percentile(double[] sorted, double part) =>
        sorted.Length == 0 ? 0 : Math.Round(sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))], 3);
}
