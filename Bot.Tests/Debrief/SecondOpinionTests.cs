using System.Text.Json.Nodes;
using CoachBot.Reading;
using CoachBot.Tests.Language;

namespace CoachBot.Tests.Debrief;

/// <summary>A debrief with a language model's second opinion.</summary>
public sealed class A_second_opinion : IAsyncDisposable
{
    // To the rules alone this is a guess.
    private static readonly ANo Odd = new("The stars aren't lined up for us this quarter.");

    private readonly FakeModelServer _server = new();
    private CoachApp _coach;

    public A_second_opinion() => _coach = new CoachApp { Settings = [.. ModelDoor.SettingsFor(_server), ("AzureOpenAI:Budget", "00:00:20")] };

    [Fact]
    public async Task Reads_what_the_rules_could_only_guess_and_says_so()
    {
        _server.Then(FakeReply.Says(FakeReply.AReading(confidence: 0.9, evidence: ("said", "this quarter"))));

        var rep = await _coach.Chat().TellsAsync(Odd);

        rep.Hears("debrief.reading.by-both").Hears("debrief.reason.timing");
        Assert.Contains("“this quarter”", rep.Heard, StringComparison.Ordinal);
        Assert.Contains(rep.Replies, r => (string?)r["type"] == "typing");
    }

    [Fact]
    public async Task Is_asked_for_once_for_what_was_told_also_after_going_back_and_after_a_restart()
    {
        var rep = await _coach.Chat().TellsAsync(Odd);
        Assert.Single(_server.HeardFor("Reading"));

        await rep.Says("back");
        await rep.Says("skip");
        await rep.Says("actually it was twice");
        await rep.SettlesDoubtAsync();
        Assert.Equal(2, _server.HeardFor("Reading").Count);
        await rep.Says("actually it was once");
        _coach = await _coach.RestartAsync();
        rep = _coach.Chat();
        await rep.Says("hi");
        Assert.True(rep.ShowsReading, rep.Heard);
        await rep.GoesOnToTheRecapAsync();

        Assert.Equal(2, _server.HeardFor("Reading").Count);
        Assert.Equal([1, 2], _server.HeardFor("Reading").Select(c => (int)c.Data["noes"]!));
    }

    [Fact]
    public async Task Is_asked_for_anew_when_the_customer_has_answered()
    {
        var rep = await _coach.Chat().TellsAsync(Odd);
        await rep.GoesOnToTheRecapAsync();
        await rep.Says("I asked, she said it's the budget");
        while (!rep.ShowsReading)
            await rep.Taps(rep.Buttons[0]);

        Assert.Equal(2, _server.HeardFor("Reading").Count);
        Assert.Contains("budget", (string?)_server.HeardFor("Reading")[^1].Data["said"], StringComparison.Ordinal);
    }

    public static TheoryData<string> Faults => [.. Failing.Keys];

    private static Dictionary<string, FakeReply> Failing { get; } = new()
    {
        ["time-out"] = FakeReply.Silence,
        ["throttled"] = FakeReply.Error(429, "rate_limit_exceeded", headers: ("Retry-After", "30")),
        ["failed"] = FakeReply.Error(500, "server_error"),
        ["unavailable"] = FakeReply.Plain(503, "<html>"),
        ["bad key"] = FakeReply.Error(401, "invalid_api_key"),
        ["reset"] = FakeReply.ResetByPeer,
        ["prompt filtered"] = FakeReply.Error(400, "content_filter"),
        ["answer filtered"] = FakeReply.Says(FakeReply.AReading(), "content_filter"),
        ["too short"] = FakeReply.Says(FakeReply.AReading()[..40], "length"),
        ["cut"] = FakeReply.Says(FakeReply.AReading()).CutAfter(1200),
        ["refused"] = FakeReply.Says("", refusal: "no"),
        ["malformed"] = FakeReply.Says("I think it is nurture."),
        ["too long"] = FakeReply.Says(new string('x', 20_000)),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task That_does_not_come_leaves_the_rules_own_reading_and_no_error(string fault)
    {
        await using var alone = new CoachApp();
        var told = ANo.ForEachStep["answer-once"];
        var withoutModel = await alone.Chat().TellsAsync(told);
        _server.Replies = _ => Failing[fault];
        await using var coach = new CoachApp { Settings = [.. ModelDoor.SettingsFor(_server), ("AzureOpenAI:Budget", fault == "time-out" ? "00:00:00.5" : "00:00:04")] };

        var rep = await coach.Chat().TellsAsync(told);

        Assert.NotEmpty(_server.Heard);
        rep.Hears("debrief.reading.by-rules");
        Assert.Equal(withoutModel.Heard, string.Join('\n', rep.Heard.Split('\n').Where(line => !line.Contains(_coach.Phrases.Say("debrief.reading.by-rules"), StringComparison.Ordinal))));
        Assert.DoesNotContain(_coach.Phrases.Say("conversation.error"), string.Join('\n', rep.Transcript), StringComparison.Ordinal);
        var calls = _server.HeardFor("Reading").Count;
        await rep.GoesOnToTheRecapAsync();
        Assert.Equal(calls, _server.HeardFor("Reading").Count);
    }

    [Fact]
    public async Task That_hears_a_request_for_silence_is_asked_about_before_anything_else()
    {
        _server.Replies = _ => FakeReply.Says(FakeReply.AReading("honour-no", "no-contact", 1));

        var rep = _coach.Chat();
        await rep.TellsUpToAsync("guess", Odd);
        await rep.Says("skip");

        rep.Hears("debrief.doubt");
        Assert.False(rep.ShowsReading);
        Assert.Equal(2, rep.Buttons.Count);
        await rep.Taps(rep.Buttons[1]);
        Assert.True(rep.ShowsReading);
        Assert.DoesNotContain(_coach.Get<NoKinds>().Of(NextStep.HonourNo, Reason.NoContact).Kind, Chat.TextsOf(rep.Card).First(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("honour-no")]
    [InlineData("back-off")]
    public async Task Never_lifts_what_binds(string step)
    {
        _server.Replies = _ => FakeReply.Says(FakeReply.AReading("nurture", "timing", 1));

        var rep = await _coach.Chat().TellsAsync(ANo.ForEachStep[step]);

        Assert.True(NextSteps.TryParse(step, out var binding));
        Assert.Equal(_coach.Get<NoKinds>().All.First(k => k.Step == binding).Kind, Chat.TextsOf(rep.Card).First());
    }

    [Fact]
    public async Task Is_each_persons_own()
    {
        _server.Replies = call => FakeReply.Says(FakeReply.AReading(evidence: ("said", (string)call.Data["said"]!)));
        var reps = Enumerable.Range(0, 8).Select(i => (Name: $"rep-{i}", Canary: $"canary{i * 7919}")).ToList();

        await Task.WhenAll(reps.Select(async rep =>
        {
            var chat = await _coach.Chat(rep.Name).TellsAsync(Odd with { Said = $"Not now, {rep.Canary} said." });
            Assert.True(chat.Heard.Contains(rep.Canary, StringComparison.Ordinal), string.Join('\n', chat.Transcript));
            Assert.All(reps.Where(r => r != rep), other => Assert.DoesNotContain(other.Canary, string.Join('\n', chat.Transcript), StringComparison.Ordinal));
        }));

        Assert.Equal(reps.Count, _server.Heard.Count);
        Assert.All(_server.Heard, call => Assert.Single(reps, r => call.Body.ToJsonString().Contains(r.Canary, StringComparison.Ordinal)));
        Assert.All(_server.Heard, call => Assert.DoesNotContain("rep-", call.Body.ToJsonString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<script>alert(1)</script> not now")]
    [InlineData("**not now** [click](http://evil.test)")]
    [InlineData("{\"type\":\"AdaptiveCard\",\"actions\":[]} not now")]
    [InlineData("=HYPERLINK(\"http://evil.test\") not now")]
    public async Task Is_shown_as_plain_words(string said)
    {
        _server.Replies = call => FakeReply.Says(FakeReply.AReading(confidence: 1, evidence: [("said", (string)call.Data["said"]!), ("said", "<b>" + (string)call.Data["said"]! + "</b>")]));

        var rep = await _coach.Chat().TellsAsync(Odd with { Said = said });

        var markup = said.Split(" not now")[0];
        Assert.All(NodesWith(rep.Card!, markup), node => Assert.Equal("TextRun", (string?)node["type"]));
        Assert.DoesNotContain("<b>", rep.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_announced_in_the_welcome()
    {
        await using var alone = new CoachApp();
        JsonObject joined() => new() { ["type"] = "conversationUpdate", ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "rep" }) };

        (await _coach.Chat().Sends(joined())).Hears("conversation.welcome-with-model");
        (await alone.Chat().Sends(joined())).Hears("conversation.welcome");
    }

    [Fact]
    public async Task Is_nowhere_without_a_model()
    {
        var first = await TranscriptsAsync();
        var second = await TranscriptsAsync();

        Assert.Equal(first, second);
        Assert.DoesNotContain("AI model's", first, StringComparison.Ordinal);
    }

    private static async Task<string> TranscriptsAsync()
    {
        await using var coach = new CoachApp();
        var all = new List<string>();
        foreach (var (step, no) in ANo.ForEachStep)
        {
            var rep = await coach.Chat(step).TellsAsync(no);
            all.Add(string.Concat(rep.Replies.Select(r => r["attachments"]?.ToJsonString())));
            await rep.GoesOnToTheRecapAsync();
            all.AddRange(rep.Transcript);
        }

        return string.Join('\n', all);
    }

    private static IEnumerable<JsonObject> NodesWith(JsonNode node, string text) => node switch
    {
        JsonArray array => array.SelectMany(n => n is null ? [] : NodesWith(n, text)),
        JsonObject part => part.SelectMany(p => p.Value switch
        {
            JsonValue value when value.TryGetValue<string>(out var own) && own.Contains(text, StringComparison.Ordinal) => [part],
            null => [],
            var inner => NodesWith(inner, text),
        }),
        _ => [],
    };

    public async ValueTask DisposeAsync()
    {
        await _coach.DisposeAsync();
        await _server.DisposeAsync();
    }
}
