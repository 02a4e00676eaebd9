using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using CoachBot.Channels;
using CoachBot.Tests.Storage;

namespace CoachBot.Tests.Channels.Turns;

/// <summary>The built program, told to stop while somebody still waits for an answer that the channel does not take.</summary>
public sealed class A_process_that_is_told_to_stop : IDisposable
{
    private readonly TemporaryFile _file = new();
    private readonly TcpListener _silent = new(IPAddress.Loopback, 0);
    private readonly HttpClient _http;
    private readonly Process _program;

    public A_process_that_is_told_to_stop()
    {
        _silent.Start();
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{FreePort()}/"), Timeout = TimeSpan.FromSeconds(20) };
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(CoachAdapter).Assembly.Location]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = _http.BaseAddress.GetLeftPart(UriPartial.Authority);
        start.Environment["Storage__Path"] = _file.Path;
        start.Environment["ConnectionStrings__Coach"] = "";
        _program = Process.Start(start)!;
        _program.OutputDataReceived += static (_, _) => { };
        _program.BeginOutputReadLine();
    }

    [Fact]
    public async Task Once_finishes_what_it_has_and_told_twice_ends_at_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no such signal here.");
        await UntilReadyIsAsync(HttpStatusCode.OK);
        var message = TurnHost.Message("debrief");
        message["serviceUrl"] = $"http://127.0.0.1:{((IPEndPoint)_silent.LocalEndpoint).Port}/";
        using (var taken = await _http.PostAsJsonAsync("api/messages", message, TestContext.Current.CancellationToken))
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        using var answer = await _silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken);

        await TellAsync();
        await UntilReadyIsAsync(HttpStatusCode.ServiceUnavailable);
        Assert.False(_program.HasExited);

        await TellAsync();
        // Alone the first would have it wait 20 s for what is under way.
        await _program.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal(128 + 15, _program.ExitCode);
    }

    public void Dispose()
    {
        if (!_program.HasExited)
        {
            _program.Kill();
            _program.WaitForExit();
        }

        _program.Dispose();
        _http.Dispose();
        _silent.Dispose();
        _file.Dispose();
    }

    private async Task TellAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _program.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private async Task UntilReadyIsAsync(HttpStatusCode status)
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            try
            {
                using var answer = await _http.GetAsync(new Uri("health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
                if (answer.StatusCode == status)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }

        Assert.Fail($"It is not {status} after 60 s.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
