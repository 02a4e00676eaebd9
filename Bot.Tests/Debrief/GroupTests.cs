using System.Text.Json.Nodes;

namespace CoachBot.Tests.Debrief;

public sealed class Where_others_read_along(Coaches coaches) : IClassFixture<Coaches>
{
    private readonly CoachApp _coach = coaches.Shared;

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task The_coach_never_debriefs_and_offers_the_personal_chat(string type)
    {
        var alone = await _coach.Chat($"rep-{type}").TellsUpToAsync("body", ANo.ForEachStep["ask-why"] with { Offer = "secret plan" });
        var group = _coach.Chat($"rep-{type}", $"group-{type}", type);
        var press = alone.DataOf("That's it")!;

        foreach (var turn in (Func<Task<Chat>>[])[() => group.Says("debrief"), () => group.Says("she said no"), () => group.Says("hi"), () => group.Says("they answered"), () => group.Presses(press)])
        {
            (await turn()).Hears("conversation.group-help");
            Assert.Contains("https://teams.microsoft.com/l/chat", group.LastText, StringComparison.Ordinal);
            Assert.Null(group.Card);
        }

        Assert.DoesNotContain("secret", string.Join('\n', group.Transcript), StringComparison.Ordinal);
        (await alone.Says("hi")).IsAsked("body");
    }

    [Theory]
    [InlineData("installationUpdate", "conversationUpdate")]
    [InlineData("conversationUpdate", "installationUpdate")]
    public async Task Alone_the_coach_welcomes_once_however_it_is_told(string first, string second)
    {
        var rep = _coach.Chat($"new-{first}");

        (await rep.Sends(Arrival(first))).Hears("conversation.welcome");
        Assert.Empty((await rep.Sends(Arrival(second))).Replies);
        Assert.Empty((await rep.Sends(Arrival(second))).Replies);
        (await rep.Says("debrief")).IsAsked("offer");
    }

    [Fact]
    public async Task A_page_that_is_loaded_again_is_welcomed_again()
    {
        (await _coach.Chat("page", "load-1", channel: "webchat").Sends(Arrival("conversationUpdate"))).Hears("conversation.welcome");
        (await _coach.Chat("page", "load-2", channel: "webchat").Sends(Arrival("conversationUpdate"))).Hears("conversation.welcome");
    }

    private static JsonObject Arrival(string type) => type == "installationUpdate"
        ? new JsonObject { ["type"] = type, ["action"] = "add" }
        : new JsonObject { ["type"] = type, ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:coach" }, new JsonObject { ["id"] = "rep" }) };
}
