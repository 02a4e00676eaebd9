using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CoachBot.Tests.Debrief;

/// <summary>A chat as Teams delivers it: the answers go out to the connector, which keeps what stands in the chat.</summary>
internal sealed class DeliveredChat : IAsyncDisposable
{
    private readonly CoachApp _app;
    private readonly HttpClient _http;
    private readonly Connector _connector = new();
    private int _sent;

    public DeliveredChat(params (string Name, string Value)[] settings)
    {
        _app = new CoachApp { Settings = settings, Connector = _connector };
        _http = _app.CreateClient();
    }

    /// <summary>What was posted, by its id, in its order and as it stands after the edits.</summary>
    public IReadOnlyList<(string Id, JsonObject Activity)> Standing => [.. _connector.Order.Select(id => (id, _connector.Stands[id]))];

    public IReadOnlyList<string> Edited => [.. _connector.Edited];

    public (string Id, JsonObject Card) LastCard => Standing.Where(s => Chat.Cards(s.Activity).Any()).Select(s => (s.Id, Chat.Cards(s.Activity).Last())).Last();

    public Task SaysAsync(string text) => PostAsync(new JsonObject { ["type"] = "message", ["text"] = text });

    /// <summary>Presses a button of a standing card as Teams does; what comes in the place of that card.</summary>
    public async Task<JsonObject> PressesAsync(string cardId, string answer)
    {
        var data = _connector.Stands[cardId]["attachments"]![0]!["content"]!["actions"]!.AsArray().Select(a => a!["data"]!.AsObject()).First(d => (string?)d["answer"] == answer);
        return await PressesAsync(cardId, (JsonObject)data.DeepClone());
    }

    public async Task<JsonObject> PressesAsync(string cardId, JsonObject data)
    {
        using var response = await PostAsync(new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["replyToId"] = cardId,
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "answer", ["data"] = data }, ["trigger"] = "manual" },
        });
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    /// <summary>One answer after the other, typed.</summary>
    public async Task TellsAsync(ANo no)
    {
        await SaysAsync("debrief");
        foreach (var (_, answer) in no.Answers())
            await SaysAsync(answer);
    }

    private async Task<HttpResponseMessage> PostAsync(JsonObject activity)
    {
        activity["id"] = $"in-{++_sent}";
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = "http://localhost:9/";
        activity["from"] = new JsonObject { ["id"] = "29:rep" };
        activity["recipient"] = new JsonObject { ["id"] = "28:coach" };
        activity["conversation"] = new JsonObject { ["id"] = "a:1", ["conversationType"] = "personal", ["tenantId"] = "tenant-1" };
        var response = await _http.PostAsJsonAsync("/api/messages", activity);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        await _app.SettledAsync();
        return response;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class Connector : HttpMessageHandler
    {
        private int _count;

        public ConcurrentDictionary<string, JsonObject> Stands { get; } = [];

        public ConcurrentQueue<string> Order { get; } = [];

        public ConcurrentQueue<string> Edited { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var activity = (await request.Content!.ReadFromJsonAsync<JsonObject>(cancellationToken))!;
            var id = request.Method == HttpMethod.Put ? Uri.UnescapeDataString(request.RequestUri!.Segments[^1]) : $"out-{Interlocked.Increment(ref _count)}";
            Stands[id] = activity;
            (request.Method == HttpMethod.Put ? Edited : Order).Enqueue(id);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(new { id }) };
        }
    }
}
