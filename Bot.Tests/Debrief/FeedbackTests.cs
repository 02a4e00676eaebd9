using System.Net;
using System.Text.Json.Nodes;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Tests.Debrief;

/// <summary>What a rep thought of words that a language model wrote.</summary>
public sealed class Feedback(Coaches coaches) : IClassFixture<Coaches>
{
    private readonly CoachApp _coach = coaches.Shared;

    [Theory]
    [InlineData("like", """{"feedbackText":"just right"}""", true, "just right")]
    [InlineData("dislike", "nice", false, "nice")]
    [InlineData("like", "", true, "")]
    public async Task Is_kept_and_answered_with_nothing(string reaction, string given, bool liked, string text)
    {
        var rep = $"feedback-{reaction}-{text}";

        using var answer = await _coach.Chat(rep).Invokes("message/submitAction", Value(reaction, given));

        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        var kept = Assert.Single(await KeptAsync(rep));
        Assert.Equal((liked, text), (kept.Liked, kept.Text));
    }

    [Fact]
    public async Task Of_another_shape_is_not_taken_for_it()
    {
        using var answer = await _coach.Chat("feedback-odd").Invokes("message/submitAction", new JsonObject { ["actionName"] = "feedback", ["actionValue"] = "like" });

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
        Assert.Empty(await KeptAsync("feedback-odd"));
    }

    [Fact]
    public async Task And_anything_else_may_come_with_channel_data_of_any_shape()
    {
        foreach (var odd in (string[])["7", "[1,2]", "\"text\"", """{"team":7,"eventType":{"a":1},"channel":[]}"""])
        {
            var rep = _coach.Chat("odd-channel-data");
            await rep.Sends(new JsonObject { ["type"] = "message", ["text"] = "hello", ["channelData"] = JsonNode.Parse(odd) });
            rep.Hears("conversation.hello");
        }
    }

    private static JsonObject Value(string reaction, string given) =>
        new() { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = given } };

    private async Task<List<FeedbackRow>> KeptAsync(string rep)
    {
        await using var database = await _coach.Get<IDbContextFactory<CoachDatabase>>().CreateDbContextAsync();
        return [.. (await database.Feedback.AsNoTracking().ToListAsync()).Where(f => f.Person.EndsWith("/" + PartOf(rep), StringComparison.Ordinal))];
    }

    // In a key a space is written by its number.
    private static string PartOf(string rep) => rep.Replace(" ", "%0020", StringComparison.Ordinal);
}
