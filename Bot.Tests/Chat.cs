using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoachBot.Tests;

/// <summary>Plays one person's side of a transcript over HTTP, and holds what the coach answered in the last turn.</summary>
public sealed class Chat(CoachApp app, string person, string conversation, string type, string channel)
{
    private readonly HttpClient _http = app.CreateClient();
    private static int _sent;

    public IReadOnlyList<JsonObject> Replies { get; private set; } = [];

    /// <summary>Every text of every turn so far, the coach's and the person's.</summary>
    public List<string> Transcript { get; } = [];

    /// <summary>Everything readable in the last turn: texts and what stands on the cards.</summary>
    public string Heard => string.Join('\n', Replies.Select(Text).Concat(Replies.SelectMany(Cards).Select(c => string.Join('\n', TextsOf(c)))).Where(t => t.Length > 0));

    public string LastText => Replies.Select(Text).LastOrDefault(t => t.Length > 0) ?? "";

    public JsonObject? Card => Replies.SelectMany(Cards).LastOrDefault();

    public IReadOnlyList<string> Buttons => [.. ButtonsOf(Replies).Select(b => b.Title)];

    public static string Text(JsonObject reply) => (string?)reply["text"] ?? "";

    public Task<Chat> Says(string? text) => SendAsync(new JsonObject { ["type"] = "message", ["text"] = text, ["textFormat"] = "plain" }, text ?? "");

    /// <summary>Taps a suggested answer or presses a card's button of the last turn, found by its words.</summary>
    public Task<Chat> Taps(string title, params (string Input, string Value)[] inputs)
    {
        var button = ButtonsOf(Replies).FirstOrDefault(b => b.Title == title);
        Assert.True(button.Title is not null, $"There is no button '{title}' among: {string.Join(" | ", Buttons)}");
        return button.Data is null ? Says(title) : Presses(button.Data, title, inputs);
    }

    /// <summary>Submits what a button carries, as Action.Submit does.</summary>
    public Task<Chat> Presses(JsonObject data, string title = "", params (string Input, string Value)[] inputs)
    {
        var value = (JsonObject)data.DeepClone();
        foreach (var (input, text) in inputs)
            value[input] = text;
        return SendAsync(new JsonObject { ["type"] = "message", ["value"] = value }, $"[{title}]");
    }

    /// <summary>Presses as Teams does, by an invoke; what the coach puts in the card's place is returned.</summary>
    public async Task<JsonObject> Executes(string title, params (string Input, string Value)[] inputs)
    {
        var button = ButtonsOf(Replies).First(b => b.Title == title);
        var data = (JsonObject)button.Data!.DeepClone();
        foreach (var (input, text) in inputs)
            data[input] = text;
        var activity = Addressed(new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "answer", ["data"] = data }, ["trigger"] = "manual" },
        });
        var response = await _http.PostAsJsonAsync("/api/messages", activity);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    /// <summary>Invokes as a client does.</summary>
    public Task<HttpResponseMessage> Invokes(string name, JsonNode value) =>
        _http.PostAsJsonAsync("/api/messages", Addressed(new JsonObject { ["type"] = "invoke", ["name"] = name, ["value"] = value }));

    public JsonObject? DataOf(string title) => ButtonsOf(Replies).FirstOrDefault(b => b.Title == title).Data;

    public Task<Chat> Sends(JsonObject activity) => SendAsync(activity, "");

    /// <summary>Asserts that the coach said the phrase under a key, its slots filled with anything.</summary>
    public Chat Hears(string phraseKey)
    {
        var said = app.Phrases.Say(phraseKey);
        Assert.True(Replies.Any(r => Fits(said, Text(r))) || Heard.Split('\n').Any(line => Fits(said, line)), $"'{phraseKey}' was not said, but:\n{Heard}");
        return this;
    }

    /// <summary>Asserts that the coach now waits for the answer to a question of a flow.</summary>
    public Chat IsAsked(string question, string flow = "debrief")
    {
        var asked = app.Flows[flow].Questions.First(q => q.Id == question);
        Assert.True(Fits(asked.Ask, LastText) || (asked.AskWritten is not null && Fits(asked.AskWritten, LastText)), $"'{question}' was not asked, but:\n{Heard}");
        return this;
    }

    private async Task<Chat> SendAsync(JsonObject activity, string shown)
    {
        Transcript.Add("> " + shown);
        activity["deliveryMode"] = "expectReplies";
        var response = await _http.PostAsJsonAsync("/api/messages", Addressed(activity));
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}: {body}");
        Replies = body.Length == 0 ? [] : [.. JsonNode.Parse(body)!["activities"]!.AsArray().Select(a => a!.AsObject())];
        Transcript.Add(Heard);
        return this;
    }

    private JsonObject Addressed(JsonObject activity)
    {
        activity["id"] = $"{conversation}-{Interlocked.Increment(ref _sent)}";
        activity["channelId"] = channel;
        activity["serviceUrl"] = "http://localhost:9/";
        activity["from"] = new JsonObject { ["id"] = person, ["name"] = person };
        activity["recipient"] = new JsonObject { ["id"] = "28:coach", ["name"] = "CoachBot" };
        activity["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = type, ["isGroup"] = type != "personal" ? true : null, ["tenantId"] = "tenant-1" };
        activity["locale"] ??= "en-US";
        return activity;
    }

    private static bool Fits(string phrase, string text)
    {
        var at = 0;
        foreach (var piece in System.Text.RegularExpressions.Regex.Split(phrase, @"\{[a-z]+\}"))
        {
            at = text.IndexOf(piece, at, StringComparison.Ordinal);
            if (at < 0)
                return false;
            at += piece.Length;
        }

        return true;
    }

    public static IEnumerable<JsonObject> Cards(JsonObject reply) =>
        (reply["attachments"] as JsonArray ?? []).Where(a => (string?)a!["contentType"] == "application/vnd.microsoft.card.adaptive").Select(a => a!["content"]!.AsObject());

    /// <summary>What a person can read on a card.</summary>
    public static IEnumerable<string> TextsOf(JsonNode? node)
    {
        if (node is JsonArray array)
            return array.SelectMany(TextsOf);
        if (node is not JsonObject part)
            return [];
        if ((string?)part["type"] == "RichTextBlock")
            return [string.Concat(part["inlines"]!.AsArray().Select(i => (string?)i!["text"]))];
        var own = ((string[])["text", "title", "value", "label"]).Select(k => part[k]).OfType<JsonValue>().Where(v => v.GetValueKind() == JsonValueKind.String).Select(v => (string)v!);
        var type = (string?)part["type"];
        return (type is "TextBlock" or "Input.ChoiceSet" or "Input.Text" || type is null ? own.Take(type is null ? 2 : 1) : [])
            .Concat(((string[])["body", "items", "facts"]).SelectMany(k => TextsOf(part[k])));
    }

    public static IEnumerable<JsonNode?> ActionsOf(JsonNode? part) => part switch
    {
        JsonObject whole => (whole["actions"] as JsonArray ?? []).Concat(((string[])["body", "items"]).SelectMany(k => ActionsOf(whole[k]))),
        JsonArray several => several.SelectMany(ActionsOf),
        _ => [],
    };

    private static IEnumerable<(string Title, JsonObject? Data)> ButtonsOf(IReadOnlyList<JsonObject> replies)
    {
        foreach (var reply in replies)
        {
            foreach (var action in reply["suggestedActions"]?["actions"] as JsonArray ?? [])
                yield return ((string)action!["title"]!, null);
            foreach (var action in Cards(reply).SelectMany(ActionsOf))
                yield return ((string)action!["title"]!, action["data"]?.AsObject());
        }
    }
}
