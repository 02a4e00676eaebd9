using System.Text.Json;
using CoachBot.Benchmarks.Servers;

namespace CoachBot.Benchmarks.Starting;

/// <summary>From the start of the process to its first answer, and what it holds in memory a while later; state in SQLite.</summary>
public static class StartRun
{
    public static async Task<int> RunAsync(StartOptions options)
    {
        await using var server = ServerProcess.Coach(options.Program, "sqlite", options.Port);
        var ready = await server.ReadyAsync();
        var cpu = (await server.UseAsync()).Cpu;
        await Task.Delay(options.Idle);
        var memory = server.Memory / 1048576.0;

        await Console.Out.WriteLineAsync($"first answer after {ready.TotalSeconds:F2} s ({cpu.TotalSeconds:F2} s of CPU); {memory:F0} MB resident {options.Idle.TotalSeconds:F0} s later");
        if (options.Json)
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { firstAnswerMs = Math.Round(ready.TotalMilliseconds), cpuMs = Math.Round(cpu.TotalMilliseconds), residentMb = Math.Round(memory, 1) }, JsonSerializerOptions.Web));
        return 0;
    }
}
