using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoachBot.Benchmarks.Faults;

/// <summary>What the connector does with a request.</summary>
internal enum Fate
{
    Take,
    TooMany,
    Forbid,

    /// <summary>Takes it or not, and then fails, is silent, or cuts the line: the sender cannot know.</summary>
    FailTaken,
    FailUntaken,
    HangTaken,
    CutTaken,
    CutUntaken,
}

/// <summary>One request to the connector.</summary>
/// <param name="ReplyTo">The activity that it answers.</param>
/// <param name="Whole">Equal for two copies of the same send.</param>
/// <param name="Words">Equal for the same words to anybody.</param>
/// <param name="At">By the clock of <see cref="Stopwatch"/>.</param>
/// <param name="Fate">What was done with it.</param>
internal sealed record Send(string ReplyTo, string Whole, string Words, long At, Fate Fate)
{
    public bool Taken => Fate is Fate.Take or Fate.FailTaken or Fate.HangTaken or Fate.CutTaken;

    public bool Unknown => Fate is not (Fate.Take or Fate.TooMany or Fate.Forbid);
}

/// <summary>Stands in for the channel and keeps a log of every request: the only judge of what was sent.</summary>
internal sealed partial class FaultConnector : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Conversation> _conversations = new();
    private readonly WebApplication _app;
    private int _ids;

    private FaultConnector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    public string Address => _app.Urls.First() + "/";

    /// <summary>Decides by the conversation, what it is in reply to, and how often this same send has been seen before.</summary>
    public Func<string, string, int, Fate> Decide { get; set; } = (_, _, _) => Fate.Take;

    public static async Task<FaultConnector> StartAsync()
    {
        var connector = new FaultConnector();
        await connector._app.StartAsync();
        return connector;
    }

    public Conversation Of(string conversation) => _conversations.GetOrAdd(conversation, _ => new Conversation());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // v3/conversations/{id}/activities[/{id}]
    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var path = http.Request.Path.Value!.Split('/');
        var (name, replyTo) = (Uri.UnescapeDataString(path[3]), ReplyTo(body));
        if (replyTo is null)
        {
            await TakenAsync(http);
            return;
        }

        var conversation = Of(name);
        var whole = $"{http.Request.Method} {(http.Request.Method == "PUT" ? path[^1] : "")} {body}";
        var fate = Decide(name, replyTo, conversation.Seen(whole));
        conversation.Add(new Send(replyTo, whole, $"{http.Request.Method} {Words(body)}", Stopwatch.GetTimestamp(), fate));
        switch (fate)
        {
            case Fate.TooMany:
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                http.Response.Headers.RetryAfter = "1";
                break;
            case Fate.Forbid:
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                await http.Response.WriteAsync("""{"error":{"code":"MessageWritesBlocked"}}""");
                break;
            case Fate.FailTaken or Fate.FailUntaken:
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            case Fate.HangTaken:
                await Task.Delay(TimeSpan.FromSeconds(20), http.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
                http.Abort();
                break;
            case Fate.CutTaken or Fate.CutUntaken:
                http.Abort();
                break;
            default:
                await Task.Delay(5);
                await TakenAsync(http);
                break;
        }
    }

    private async Task TakenAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync($$"""{"id":"{{Interlocked.Increment(ref _ids)}}"}""");
    }

    private static string? ReplyTo(string body)
    {
        using var json = JsonDocument.Parse(body.Length == 0 ? "{}" : body);
        return json.RootElement.TryGetProperty("replyToId", out var reply) ? reply.GetString() : null;
    }

    private static string Words(string body)
    {
        using var json = JsonDocument.Parse(body);
        return Nonce().Replace(string.Join(' ', json.RootElement.EnumerateObject()
            .Where(p => p.Name is "type" or "text" or "attachments" or "suggestedActions").Select(p => $"{p.Name}: {p.Value.GetRawText()}")), "");
    }

    [GeneratedRegex("\"nonce\":\"[^\"]*\"")]
    private static partial Regex Nonce();
}

/// <summary>What reached one conversation, in order.</summary>
internal sealed class Conversation
{
    private readonly List<Send> _sends = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<Send> Sends
    {
        get
        {
            lock (_sends)
                return [.. _sends];
        }
    }

    public int Seen(string whole)
    {
        lock (_sends)
            return _sends.Count(s => s.Whole == whole);
    }

    public void Add(Send send)
    {
        lock (_sends)
        {
            _sends.Add(send);
            _more.TrySetResult();
            _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Waits until so many different answers to an activity were taken; false when they do not come in time.</summary>
    public async Task<bool> AnsweredAsync(string activity, int count, TimeSpan patience)
    {
        for (var began = Stopwatch.StartNew(); began.Elapsed < patience;)
        {
            Task more;
            lock (_sends)
            {
                if (_sends.Where(s => s.ReplyTo == activity && (s.Taken || s.Fate == Fate.Forbid)).Select(s => s.Whole).Distinct().Count() >= count)
                    return true;
                more = _more.Task;
            }

            await Task.WhenAny(more, Task.Delay(TimeSpan.FromSeconds(1)));
        }

        return false;
    }
}
