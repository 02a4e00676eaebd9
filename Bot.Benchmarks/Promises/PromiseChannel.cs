using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CoachBot.Benchmarks.Promises;

/// <summary>The channel that the programs write to: tells the model what begins to go out, takes its time, and refuses now and then.</summary>
internal sealed class PromiseChannel(PromiseModel model, int seed)
{
    private readonly Random _random = new(seed);
    private readonly ConcurrentDictionary<int, Action> _answers = new();
    private int _ids;

    /// <summary>What is to be done when the answer with this number begins to go out.</summary>
    public void Await(int number, Action told) => _answers[number] = told;

    public bool IsAwaited(int number) => _answers.ContainsKey(number);

    /// <summary>The way of one program to here; a dead one says nothing any more.</summary>
    public HttpMessageHandler Line(Breakage program) => new Way(this, program);

    private async Task<HttpResponseMessage> TakeAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        var text = (string?)activity["text"] ?? "";
        var isAnswer = text.StartsWith("told ", StringComparison.Ordinal);
        if (isAnswer)
        {
            if (_answers.TryRemove(int.Parse(text.AsSpan(5), CultureInfo.InvariantCulture), out var told))
                told();
        }
        else if (activity["attachments"] is JsonArray { Count: > 0 } cards)
        {
            model.Reminds(PromiseCast.RepOf((string)activity["conversation"]!["id"]!), NamesOn(cards[0]!["content"]!).Select(PromiseCast.CustomerOf));
        }

        int fate;
        lock (_random)
            fate = _random.Next(100);
        await Task.Delay(fate % 12, cancellationToken);
        return fate switch
        {
            < 3 when !isAnswer => new HttpResponseMessage(HttpStatusCode.InternalServerError),
            < 6 when !isAnswer => new HttpResponseMessage(HttpStatusCode.BadGateway),
            _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(new { id = $"out-{Interlocked.Increment(ref _ids)}" }) },
        };
    }

    private static IEnumerable<string> NamesOn(JsonNode card) =>
        card["body"]!.AsArray().Where(p => (string?)p!["type"] == "Container").Select(p => (string)p!["items"]![0]!["inlines"]![0]!["text"]!);

    private sealed class Way(PromiseChannel channel, Breakage program) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var activity = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject();
            return program.IsDead ? throw new HttpRequestException(HttpRequestError.ConnectionError) : await channel.TakeAsync(activity, cancellationToken);
        }
    }
}
