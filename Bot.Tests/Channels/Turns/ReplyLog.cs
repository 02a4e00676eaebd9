using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CoachBot.Tests.Channels.Turns;

/// <summary>One request to the channel.</summary>
/// <param name="Line">The number of the line that it answers.</param>
/// <param name="Words">What a person would see of it.</param>
/// <param name="Taken">The person saw it, whatever the program was told.</param>
internal sealed record Reply(int Line, string Words, bool Taken);

/// <summary>What a channel does with a request.</summary>
public enum Fate
{
    Take,
    FailTaken,
    FailUntaken,
    CutTaken,
    CutUntaken,
    TooMany,
    BadGateway,
}

/// <summary>The channel: it keeps every request by who it goes to, and does with it what a test wants.</summary>
internal sealed partial class ReplyLog : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Reply>> _replies = new();
    private int _ids;

    /// <summary>Decides by the person, how many different things were sent in answer to this line, and whether this one was sent before.</summary>
    public Func<string, int, bool, Fate> Decide { get; set; } = (_, _, _) => Fate.Take;

    public IReadOnlyList<Reply> Of(string person) => _replies.TryGetValue(person, out var replies) ? [.. replies] : [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var activity = (await request.Content!.ReadFromJsonAsync<JsonObject>(cancellationToken))!;
        var fate = (string?)activity["replyToId"] is { } to ? Keep(to.Split(':'), request.Method, activity) : Fate.Take;
        return fate switch
        {
            Fate.FailTaken or Fate.FailUntaken => new HttpResponseMessage(HttpStatusCode.InternalServerError),
            Fate.CutTaken or Fate.CutUntaken => throw new HttpRequestException("cut"),
            Fate.TooMany => FakeChannel.Refusal(HttpStatusCode.TooManyRequests, retryAfter: 1),
            Fate.BadGateway => new HttpResponseMessage(HttpStatusCode.BadGateway),
            _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(new { id = $"out-{Interlocked.Increment(ref _ids)}" }) },
        };
    }

    private Fate Keep(string[] to, HttpMethod method, JsonObject activity)
    {
        var (person, line) = (to[0], int.Parse(to[1], System.Globalization.CultureInfo.InvariantCulture));
        var words = $"{method} {activity["type"]} {activity["text"]} {activity["attachments"]?.ToJsonString()} {activity["suggestedActions"]?.ToJsonString()}";
        var replies = _replies.GetOrAdd(person, _ => new ConcurrentQueue<Reply>());
        var before = replies.Where(r => r.Line == line).Select(r => r.Words).Distinct().ToList();
        var fate = Decide(person, before.Count + 1, before.Contains(Nonce().Replace(words, "")));
        replies.Enqueue(new Reply(line, Nonce().Replace(words, ""), fate is Fate.Take or Fate.FailTaken or Fate.CutTaken));
        return fate;
    }

    [GeneratedRegex("\"nonce\":\"[^\"]*\"")]
    private static partial Regex Nonce();
}
