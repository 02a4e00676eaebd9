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
    private readonly TimeSpan _takes;
    private int _sent;

    private LocalConnector(int port, TimeSpan takes)
    {
        _takes = takes;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    public string Address => _app.Urls.First() + "/";

    public static async Task<LocalConnector> StartAsync(int port, TimeSpan takes)
    {
        var connector = new LocalConnector(port, takes);
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>From here on what is said in the conversation goes into this box.</summary>
    public ReplyBox Open(string conversation, string until) => _open[conversation] = new ReplyBox(until);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // v3/conversations/{id}/activities[/{id}]: a POST is something new, a PUT or DELETE changes what was said before.
    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var path = http.Request.Path.Value!.Split('/');
        if (HttpMethods.IsPost(http.Request.Method) && path.Length > 3 && _open.TryGetValue(path[3], out var box))
            box.Add(body);
        if (_takes > TimeSpan.Zero)
            await Task.Delay(_takes);
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync($$"""{"id":"{{Interlocked.Increment(ref _sent)}}"}""");
    }
}

/// <summary>What the bot said in one turn, in the order in which it came.</summary>
public sealed class ReplyBox
{
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _until;

    /// <param name="until">What the last reply of the turn holds.</param>
    public ReplyBox(string until) => _until = until;

    public void Add(string body)
    {
        _said.Enqueue(body);
        if (body.Contains(_until, StringComparison.Ordinal))
            _enough.TrySetResult();
    }

    /// <summary>All replies, once the last one is there.</summary>
    public async Task<IReadOnlyCollection<string>> AllAsync()
    {
        await _enough.Task;
        return _said;
    }
}
