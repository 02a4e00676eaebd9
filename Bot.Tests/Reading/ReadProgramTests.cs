using System.Diagnostics;
using System.Globalization;
using CoachBot.Channels;

namespace CoachBot.Tests.Reading;

/// <summary>The command as people run it: the built program, with pipes.</summary>
public sealed class The_program_asked_to_read : IDisposable
{
    private const string ACase = """{"id":"c1","channel":"call","said":"Not now, maybe after the summer."}""";

    private readonly Process _program;

    public The_program_asked_to_read()
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        _program = Process.Start(new ProcessStartInfo(dotnet, [typeof(CoachAdapter).Assembly.Location, "read"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    [Fact]
    public async Task Writes_readings_to_standard_output_and_the_rest_elsewhere()
    {
        await _program.StandardInput.WriteAsync($"{ACase}\nnonsense\n{ACase}\n");
        _program.StandardInput.Close();

        var output = await _program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await _program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["{\"id\":\"c1\"", "{\"id\":\"c1\"", ""], output.Split('\n').Select(line => line.Split(',')[0]));
        Assert.Equal("Line 2: it is not JSON (look at byte 2).", error.TrimEnd());
        Assert.Equal(1, await ExitCodeAsync());
    }

    [Fact]
    public async Task Ends_when_nobody_reads_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There the console does not tell.");
        await AnswerAsync();
        _program.StandardOutput.Close();

        await _program.StandardInput.WriteLineAsync(ACase);
        await _program.StandardInput.FlushAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, await ExitCodeAsync());
        Assert.Equal("", await _program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Ends_when_it_is_interrupted_also_while_it_waits()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && !InterruptsAreIgnored(), "There is no interrupt to send here.");
        await AnswerAsync();

        using (var kill = Process.Start("kill", ["-INT", _program.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, await ExitCodeAsync());
        Assert.Equal("", await _program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    private async Task AnswerAsync()
    {
        await _program.StandardInput.WriteLineAsync(ACase);
        await _program.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("{", await _program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<int> ExitCodeAsync()
    {
        await _program.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        return _program.ExitCode;
    }

    // A shell starts what runs in its background so, and a program keeps to it.
    private static bool InterruptsAreIgnored()
    {
        var ignored = File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal));
        return (ulong.Parse(ignored["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 2) != 0;
    }

    public void Dispose()
    {
        if (!_program.HasExited)
            _program.Kill();
        _program.Dispose();
    }
}
