using System.Text.Json.Nodes;

namespace CoachBot.Tests.Debrief;

public sealed class A_card(Coaches coaches) : IClassFixture<Coaches>
{
    private const string Evil = "[x](http://evil.test) **b** <at>all</at>";

    private readonly CoachApp _coach = coaches.Shared;

    public static TheoryData<string> Steps => [.. ANo.ForEachStep.Keys];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Is_one_that_Teams_shows_and_carries_nobodys_markdown(string step)
    {
        var rep = _coach.Chat($"evil-{step}");
        var no = ANo.ForEachStep[step];
        no = no with { Offer = Evil, Customer = Evil, Guess = Evil, Reply = Evil, Said = $"{no.Said} {Evil}", Body = $"{no.Body} {Evil}" };
        Check(await rep.Says("form"));
        Check(await rep.Taps("Ask me one by one"));
        foreach (var (_, answer) in no.Answers())
        {
            Check(await rep.Says(answer));
            if (rep.LastText == _coach.Flows["debrief"].Questions.First(q => q.Id == "guess").Retry)
                Check(await rep.Says(answer));
        }

        Check(await rep.SettlesDoubtAsync());
        Check(await rep.Taps("That fits"));
        foreach (var wish in (string[])["Shorter", "Warmer", "Plainer", "Another way", "Another way", "Another way", "Go on"])
            Check(await rep.Taps(wish));
        Check(await rep.Says(Evil));
        Check(await rep.Says(Evil));
        if (rep.Buttons.Contains("They answered"))
            Check(await rep.Taps("They answered"));
    }

    [Fact]
    public async Task Counts_once()
    {
        var rep = await _coach.Chat("twice").TellsUpToAsync("channel", ANo.ForEachStep["ask-why"]);
        var press = rep.DataOf("Face to face")!;

        (await rep.Presses(press)).IsAsked("said");
        (await rep.Presses(press)).Hears("conversation.stale-button").IsAsked("said");
        await rep.Says("No thanks.");
        (await rep.Says("back")).IsAsked("said");
    }

    [Fact]
    public async Task Of_somebody_else_does_nothing()
    {
        var ada = await _coach.Chat("ada").TellsUpToAsync("channel", ANo.ForEachStep["ask-why"]);
        var ben = await _coach.Chat("ben").TellsUpToAsync("channel", ANo.ForEachStep["ask-why"]);

        (await ben.Presses(ada.DataOf("Face to face")!)).Hears("conversation.stale-button").IsAsked("channel");
    }

    [Fact]
    public async Task Pressed_in_Teams_is_replaced_by_its_answer()
    {
        await using var chat = new DeliveredChat();
        await chat.SaysAsync("debrief");
        await chat.SaysAsync("roof repair");
        await chat.SaysAsync("Anna");
        var (id, card) = chat.LastCard;

        var answered = await chat.PressesAsync(id, "in person");

        Assert.Equal(200, (int)answered["statusCode"]!);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)answered["type"]);
        Assert.Contains("Face to face", answered["value"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(answered["value"]!["actions"]);

        var standing = chat.Standing.Count;
        var again = await chat.PressesAsync(id, (JsonObject)card["actions"]![0]!["data"]!.DeepClone());
        Assert.Equal(200, (int)again["statusCode"]!);
        Assert.Equal("application/vnd.microsoft.activity.message", (string?)again["type"]);
        Assert.True(chat.Standing.Count > standing, "a second press is answered");
    }

    private static void Check(Chat rep)
    {
        foreach (var reply in rep.Replies)
        {
            if ((string?)reply["textFormat"] != "plain")
                Assert.DoesNotContain("evil.test", Chat.Text(reply), StringComparison.Ordinal);
            foreach (var card in Chat.Cards(reply))
                Check(card);
        }
    }

    private static void Check(JsonObject card)
    {
        var json = card.ToJsonString();
        Assert.InRange(json.Length, 0, 28 * 1024);
        Assert.Equal("1.5", (string?)card["version"]);
        Assert.DoesNotContain("ShowCard", json, StringComparison.Ordinal);
        Assert.InRange((card["actions"] as JsonArray)?.Count ?? 0, 0, 6);
        foreach (var action in (card["actions"] as JsonArray ?? []).Where(a => (string?)a!["type"] == "Action.Execute"))
        {
            Assert.Equal("Action.Submit", (string?)action!["fallback"]!["type"]);
            Assert.Equal((string?)action["title"], (string?)action["fallback"]!["title"]);
            Assert.True(JsonNode.DeepEquals(action["data"], action["fallback"]!["data"]));
        }

        Assert.All(Formatted(card["body"]), text => Assert.DoesNotContain("evil.test", text, StringComparison.Ordinal));
    }

    // What a client formats as Markdown.
    private static IEnumerable<string> Formatted(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(Formatted),
        JsonObject part when (string?)part["type"] is "TextBlock" => [(string?)part["text"] ?? ""],
        JsonObject part when (string?)part["type"] is "FactSet" => [part.ToJsonString()],
        JsonObject part => Formatted(part["items"]),
        _ => [],
    };
}
