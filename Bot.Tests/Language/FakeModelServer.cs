using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace CoachBot.Tests.Language;

/// <summary>A model's service on this machine: it speaks the wire format of chat completions, and fails in every way that a test asks for.</summary>
internal sealed class FakeModelServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentBag<Task> _calls = [];
    private readonly ConcurrentQueue<FakeReply> _script = new();
    private readonly Task _accepting;

    public FakeModelServer(Func<ModelCall, FakeReply>? replies = null)
    {
        Replies = replies ?? (_ => FakeReply.Says(FakeReply.AReading()));
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1";
        _accepting = AcceptAsync();
    }

    public string Address { get; }

    /// <summary>What it answers once the script is at its end.</summary>
    public Func<ModelCall, FakeReply> Replies { get; set; }

    /// <summary>Every call, in the order in which they came.</summary>
    public ConcurrentQueue<ModelCall> Heard { get; } = new();

    public IReadOnlyList<ModelCall> HeardFor(string purpose) => [.. Heard.Where(c => c.Purpose == purpose)];

    public FakeModelServer Then(params FakeReply[] replies)
    {
        foreach (var reply in replies)
            _script.Enqueue(reply);
        return this;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _calls.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_closing.Token)));
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var caller = client;
        try
        {
            var stream = client.GetStream();
            while (await ReadAsync(stream) is { } call)
            {
                Heard.Enqueue(call);
                var reply = _script.TryDequeue(out var next) ? next : Replies(call);
                if (reply.Reset)
                {
                    client.Client.LingerState = new LingerOption(true, 0);
                    return;
                }

                foreach (var piece in reply.Pieces)
                    await stream.WriteAsync(piece, _closing.Token);
                if (reply.Hangs)
                    await Task.Delay(Timeout.Infinite, _closing.Token);
                return;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Whoever called has gone away, which is what the test is about.
        }
    }

    private async Task<ModelCall?> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var one = new byte[16384];
        while (true)
        {
            var read = await stream.ReadAsync(one, _closing.Token);
            if (read == 0)
                return null;
            bytes.AddRange(one.AsSpan(0, read));
            var text = Encoding.UTF8.GetString([.. bytes]);
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head < 0)
                continue;
            var headers = text[..head].Split("\r\n").Skip(1).Select(h => h.Split(": ", 2)).ToDictionary(h => h[0], h => h[1], StringComparer.OrdinalIgnoreCase);
            var length = int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture);
            if (bytes.Count - Encoding.UTF8.GetByteCount(text[..head]) - 4 >= length)
                return new ModelCall(text[..text.IndexOf(' ', text.IndexOf(' ', StringComparison.Ordinal) + 1)], headers, JsonNode.Parse(text[(head + 4)..])!.AsObject());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _accepting;
        await Task.WhenAll(_calls);
        _listener.Dispose();
        _closing.Dispose();
    }
}

/// <summary>What the coach sent: the line it asked for, the headers, the body.</summary>
internal sealed record ModelCall(string Line, IReadOnlyDictionary<string, string> Headers, JsonObject Body)
{
    /// <summary>What it is asked for.</summary>
    public string Purpose => (string)Body["response_format"]!["json_schema"]!["name"]!;

    public string Message(string role) => string.Join('\n', Body["messages"]!.AsArray().Where(m => (string?)m!["role"] == role).Select(m => Content(m!["content"]!)));

    /// <summary>What people wrote, as the coach sent it.</summary>
    public JsonObject Data => JsonNode.Parse(Message("user"))!.AsObject();

    private static string Content(JsonNode content) =>
        content is JsonArray parts ? string.Concat(parts.Select(p => (string?)p!["text"])) : (string)content!;
}

/// <summary>What the service answers, byte by byte.</summary>
internal sealed record FakeReply(IReadOnlyList<byte[]> Pieces)
{
    /// <summary>The connection stays open and nothing more comes.</summary>
    public bool Hangs { get; init; }

    /// <summary>The connection is reset without a word.</summary>
    public bool Reset { get; init; }

    public static FakeReply Silence { get; } = new([]) { Hangs = true };

    public static FakeReply ResetByPeer { get; } = new([]) { Reset = true };

    public static string AReading(string step = "nurture", string reason = "timing", double confidence = 0.9, params (string Field, string Quote)[] evidence) => new JsonObject
    {
        ["next_step"] = step,
        ["reason"] = reason,
        ["confidence"] = confidence,
        ["evidence"] = new JsonArray([.. evidence.Select(e => new JsonObject { ["field"] = e.Field, ["quote"] = e.Quote })]),
    }.ToJsonString();

    public static string AWording(params IEnumerable<(string Move, string Text)> lines) => new JsonObject
    {
        ["lines"] = new JsonArray([.. lines.Select(l => new JsonObject { ["move"] = l.Move, ["text"] = l.Text })]),
    }.ToJsonString();

    /// <summary>A whole streamed answer, as the service sends it: filter results first, then piece by piece (characters; the service sends a token), then the usage.</summary>
    public static FakeReply Says(string text, string finish = "stop", string? refusal = null, string filter = SafeFilter, int piece = 40) =>
        Stream([.. Chunks(text, finish, refusal, filter, piece)]);

    /// <summary>The stream breaks off after so many bytes of the response.</summary>
    public FakeReply CutAfter(int bytes) => this with { Pieces = [Pieces.SelectMany(p => p).Take(bytes).ToArray()] };

    /// <summary>As some gateways send it: the body ends where the connection does, so a stream that broke off looks like one that ended.</summary>
    public FakeReply WithoutFrames() => new(
    [
        Bytes("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"),
        .. Pieces.Skip(1).SkipLast(1).Select(piece => piece[(Array.IndexOf(piece, (byte)'\n') + 1)..^2]),
    ]);

    public int Length => Pieces.Sum(p => p.Length);

    public static FakeReply Stream(params string[] chunks) => new(
    [
        Bytes("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"),
        .. chunks.Append("[DONE]").Select(c => Chunked($"data: {c}\n\n")),
        Bytes("0\r\n\r\n"),
    ]);

    public static FakeReply Error(int status, string code, string message = "no", params (string Name, string Value)[] headers)
    {
        var body = $$"""{"error":{"message":"{{message}}","type":"error","param":null,"code":"{{code}}","status":{{status}} } }""";
        return Plain(status, body, "application/json", headers);
    }

    public static FakeReply Plain(int status, string body, string type = "text/html", params (string Name, string Value)[] headers) =>
        new([Bytes($"HTTP/1.1 {status} X\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{string.Concat(headers.Select(h => $"{h.Name}: {h.Value}\r\n"))}Connection: close\r\n\r\n{body}")]);

    public const string SafeFilter = """{"hate":{"filtered":false,"severity":"safe"},"violence":{"filtered":false,"severity":"safe"}}""";

    public const string FailedFilter = """{"error":{"code":"content_filter_error","message":"The contents are not filtered"}}""";

    private static IEnumerable<string> Chunks(string text, string finish, string? refusal, string filter, int piece)
    {
        yield return $$"""{"choices":[],"created":0,"id":"","model":"","object":"","prompt_filter_results":[{"prompt_index":0,"content_filter_results":{{SafeFilter}} } ] }""";
        yield return Chunk("""{"role":"assistant","content":"","refusal":null}""", null, SafeFilter);
        for (var at = 0; at < text.Length; at += piece)
            yield return Chunk(Delta("content", text[at..Math.Min(text.Length, at + piece)]), null, filter);
        if (refusal is not null)
            yield return Chunk(Delta("refusal", refusal), null, SafeFilter);
        yield return Chunk("{}", finish, filter);
        yield return """{"choices":[],"created":1774000000,"id":"chatcmpl-1","model":"gpt-4.1-mini-2025-04-14","object":"chat.completion.chunk","usage":{"completion_tokens":41,"prompt_tokens":912,"total_tokens":953}}""";
    }

    private static string Delta(string name, string text) => new JsonObject { [name] = text }.ToJsonString();

    private static string Chunk(string delta, string? finish, string filter) =>
        $$"""{"choices":[{"content_filter_results":{{filter}},"delta":{{delta}},"finish_reason":{{(finish is null ? "null" : $"\"{finish}\"")}},"index":0,"logprobs":null}],"created":1774000000,"id":"chatcmpl-1","model":"gpt-4.1-mini-2025-04-14","object":"chat.completion.chunk","system_fingerprint":"fp_1","usage":null}""";

    private static byte[] Chunked(string text) => Bytes($"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n");

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
