using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoachBot.Benchmarks.Load;

/// <summary>Stands in for the channel: takes what the bot sends, and gives it an id.</summary>
public sealed class LocalConnector : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ReplyBox> _open = new();
    private readonly WebApplication _app;
    private int _sent;

    private LocalConnector(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    public string Address => _app.Urls.First() + "/";

    public static async Task<LocalConnector> StartAsync(int port)
    {
        var connector = new LocalConnector(port);
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>From here on what is said in the conversation goes into this box.</summary>
    public ReplyBox Open(string conversation) => _open[conversation] = new ReplyBox();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // v3/conversations/{id}/activities[/{id}]: a POST is something new, a PUT or DELETE changes what was said before.
    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var path = http.Request.Path.Value!.Split('/');
        if (HttpMethods.IsPost(http.Request.Method) && path.Length > 3 && _open.TryGetValue(path[3], out var box))
            box.Add(body);
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync($$"""{"id":"{{Interlocked.Increment(ref _sent)}}"}""");
    }
}

/// <summary>What the bot said in one turn, in the order in which it came.</summary>
public sealed class ReplyBox
{
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(string body)
    {
        _said.Enqueue(body);
        _first.TrySetResult();
    }

    /// <summary>All replies, once there is one: the bot answers a request when its turn is over, so they are all there then.</summary>
    public async Task<IReadOnlyCollection<string>> FirstAsync()
    {
        await _first.Task;
        return _said;
    }
}
