using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CoachBot.Benchmarks.Servers;

/// <summary>
/// Kills its own process at the k-th point at which the program speaks to its database or to the channel, from the first
/// message on. It listens to what Entity Framework and the HTTP client tell everybody; the program knows nothing of it.
/// </summary>
internal sealed class CrashPoints : EventListener, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    public const string Setting = "COACH_CRASH_AT";

    private static readonly string[] Points =
    [
        "Command.CommandExecuting", "Command.CommandExecuted", "Transaction.TransactionCommitting", "Transaction.TransactionCommitted", "Connection.ConnectionOpening",
    ];

    private readonly int _at;
    private int _count;
    private volatile bool _counting;

    private CrashPoints(int at) => _at = at;

    public static void Begin()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable(Setting), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at > 0)
            DiagnosticListener.AllListeners.Subscribe(new CrashPoints(at));
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name is "Microsoft.EntityFrameworkCore" or "Microsoft.AspNetCore")
            value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == "Microsoft.AspNetCore.Hosting.HttpRequestIn.Start" && value.Value is HttpContext http && http.Request.Path == "/api/messages")
            _counting = true;
        else if (Array.Exists(Points, p => value.Key.EndsWith(p, StringComparison.Ordinal)))
            Pass(value.Key, value.Value);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Net.Http")
            EnableEvents(eventSource, EventLevel.Informational);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName is "RequestStart" or "RequestHeadersStop" or "ResponseHeadersStart" or "RequestStop")
            Pass("Http." + eventData.EventName, null);
    }

    private void Pass(string name, object? of)
    {
        if (!_counting || Interlocked.Increment(ref _count) != _at)
            return;
        var sql = of is Microsoft.EntityFrameworkCore.Diagnostics.CommandEventData { Command.CommandText: var text } ? text.ReplaceLineEndings(" ") : "";
        Console.Error.WriteLine($"crash-point {name[(name.LastIndexOf('.') + 1)..]} {sql[..Math.Min(60, sql.Length)]}");
        Console.Error.Flush();
        // As kill -9: nothing of the program runs any more.
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
