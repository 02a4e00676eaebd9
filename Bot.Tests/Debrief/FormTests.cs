using System.Text.Json.Nodes;

namespace CoachBot.Tests.Debrief;

public sealed class The_form(Coaches coaches) : IClassFixture<Coaches>
{
    private static readonly (string, string)[] Filled =
    [
        ("offer", "annual maintenance plan"), ("customer", "Anna"), ("channel", "in person"), ("said", "It's just too expensive for us."), ("body", "none"),
        ("reply", "I thanked her"), ("noes", "1"), ("why-asked", "no"), ("worth", "yes"), ("guess", "too-dear"),
    ];

    private readonly CoachApp _coach = coaches.Shared;

    [Fact]
    public async Task Goes_straight_to_the_reading_when_all_is_filled_in()
    {
        var rep = await _coach.Chat("all").Says("form");
        var cue = (string)rep.Card!["body"]!.AsArray().SelectMany(p => p!["items"]?.AsArray() ?? []).First(i => (string?)i!["id"] == "body")!["choices"]![0]!["value"]!;

        await rep.Taps("Read it", [.. Filled.Select(f => f.Item1 == "body" ? ("body", cue) : f)]);

        await rep.SettlesDoubtAsync();
    }

    [Fact]
    public async Task Asks_for_what_is_missing()
    {
        var rep = await _coach.Chat("some").Says("form");

        (await rep.Taps("Read it", ("offer", "roof repair"), ("customer", ""), ("said", "No thanks."))).IsAsked("customer");
        (await rep.Says("skip")).IsAsked("channel");
        (await rep.Taps("On the phone")).IsAsked("body");
    }

    [Fact]
    public async Task May_be_sent_empty()
    {
        var rep = await _coach.Chat("empty").Says("form");

        (await rep.Taps("Read it")).IsAsked("offer");
        (await rep.Says("roof repair")).IsAsked("customer");
    }

    [Fact]
    public async Task Keeps_words_that_are_typed_instead()
    {
        var rep = await _coach.Chat("typed").Says("form");

        (await rep.Says("She told me to go away")).IsAsked("offer");
        await rep.Says("roof repair");
        await rep.Says("skip");
        (await rep.Taps("On the phone")).IsAsked("said");
        (await rep.Taps("Use what I began with")).IsAsked("body");
    }

    [Fact]
    public async Task Gives_way_to_one_question_at_a_time()
    {
        var rep = await _coach.Chat("guided").Says("form");

        (await rep.Taps("Ask me one by one")).IsAsked("offer");
        await rep.Says("back");
        Assert.Contains("Read it", rep.Buttons);
    }

    [Fact]
    public async Task Is_no_way_out_of_a_debrief_that_is_under_way()
    {
        var rep = await _coach.Chat("busy").TellsUpToAsync("channel", ANo.ForEachStep["ask-why"]);

        (await rep.Says("form")).Hears("debrief.goes-on.busy").IsAsked("channel");
    }

    [Fact]
    public async Task Takes_whatever_a_client_sends_in_its_fields()
    {
        var rep = await _coach.Chat("odd").Says("form");
        var data = (JsonObject)rep.DataOf("Read it")!.DeepClone();
        data["offer"] = new JsonArray(1, 2);
        data["customer"] = 42;
        data["channel"] = "by pigeon";
        data["noes"] = true;
        data["said"] = new string('x', 10_000);
        data["body"] = "no-such-cue,another";

        await rep.Presses(data);

        rep.IsAsked("offer");
    }
}
