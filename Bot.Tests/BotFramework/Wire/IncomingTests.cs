using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;

namespace CoachBot.Tests.BotFramework.Wire;

/// <summary>The adapter, when a client posts what one was once heard to post.</summary>
public sealed class IncomingTests
{
    public static TheoryData<string> Everything => [.. Recording.Named("in-*").Where(name => name.Data != "in-00-readiness-head").Select(name => name.Data)];

    public static TheoryData<string> Messages => [.. Recording.Named("in-message-*").Where(name => name.Data != "in-message-personal-expectReplies").Select(name => name.Data)];

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Understands_it(string name)
    {
        var recording = new Recording(name);
        Activity? heard = null;
        var status = await PostAsync(recording.Body, turn =>
        {
            heard = turn.Activity;
            return Task.CompletedTask;
        });

        Assert.Equal((string)recording.Body["type"]! == "invoke" ? 501 : 200, status.Status);
        Assert.NotNull(heard);
        Assert.Equal((string?)recording.Body["conversation"]?["id"], heard.Conversation.Id);
        Assert.Equal((string?)recording.Body["from"]?["id"], heard.From.Id);
        Assert.Equal((string?)recording.Body["text"], heard.Text);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Replies_to_the_sender_in_the_conversation_it_came_from(string name)
    {
        var body = new Recording(name).Body;
        var answer = await PostAsync(body, turn => turn.SendActivityAsync(MessageFactory.Text("Echo")));

        Assert.Equal((200, ""), (answer.Status, answer.Body));
        var (method, path, reply, request) = Assert.Single(answer.Channel.Asked);
        Assert.Equal("POST", method);
        Assert.Equal($"/_connector/v3/conversations/{Uri.EscapeDataString((string)body["conversation"]!["id"]!)}/activities/{Uri.EscapeDataString((string)body["id"]!)}", path);
        Assert.Null(request.Headers.Authorization);
        Assert.NotNull(reply);
        Assert.True(JsonNode.DeepEquals(body["recipient"], reply["from"]));
        Assert.True(JsonNode.DeepEquals(body["from"], reply["recipient"]));
        Assert.True(JsonNode.DeepEquals(body["conversation"], reply["conversation"]), reply.ToJsonString());
        Assert.Equal((string?)body["id"], (string?)reply["replyToId"]);
        Assert.DoesNotContain("null", reply.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Puts_the_replies_into_the_answer_where_they_are_expected()
    {
        var recording = new Recording("in-message-personal-expectReplies");
        var answer = await PostAsync(recording.Body, async turn =>
        {
            await turn.SendActivityAsync(new Activity(ActivityTypes.Typing));
            await turn.SendActivityAsync("Echo: hello");
        });

        Assert.Equal(200, answer.Status);
        Assert.Empty(answer.Channel.Asked);
        var activities = JsonNode.Parse(answer.Body)!["activities"]!.AsArray();
        Assert.Equal(["typing", "message"], activities.Select(activity => (string?)activity?["type"]));
        Assert.Equal("Echo: hello", (string?)activities[1]!["text"]);
        Assert.Equal((string?)recording.Body["id"], (string?)activities[1]!["replyToId"]);
    }

    [Theory]
    [InlineData(200, "{\"statusCode\":200,\"type\":\"application/vnd.microsoft.activity.message\",\"value\":\"done\"}")]
    [InlineData(412, "{\"why\":\"stale\"}")]
    [InlineData(200, null)]
    public async Task Answers_an_invoke_with_the_bots_own_body_and_status(int status, string? body)
    {
        var answer = await PostAsync(new Recording("in-invoke-adaptiveCard-action").Body, turn => turn.SendActivityAsync(new Activity
        {
            Type = ActivityTypesEx.InvokeResponse,
            Value = new InvokeResponse { Status = status, Body = body is null ? null : JsonElement.Parse(body) },
        }));

        Assert.Equal((status, body ?? ""), (answer.Status, answer.Body));
        Assert.Empty(answer.Channel.Asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"text\":\"no type\"}")]
    [InlineData("{\"type\":\"message\",\"from\":5}")]
    public async Task Says_400_to_what_is_no_activity(string body)
    {
        var answer = await PostAsync(Encoding.UTF8.GetBytes(body), _ => throw new InvalidOperationException("No turn was due."));

        Assert.Equal((400, ""), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Says_405_to_every_other_method(string method) =>
        Assert.Equal(405, (await PostAsync("{\"type\":\"message\"}"u8.ToArray(), _ => Task.CompletedTask, method)).Status);

    private static Task<Answer> PostAsync(JsonObject activity, Func<ITurnContext, Task> turn) =>
        PostAsync(Encoding.UTF8.GetBytes(activity.ToJsonString()), turn);

    private static async Task<Answer> PostAsync(byte[] body, Func<ITurnContext, Task> turn, string method = "POST")
    {
        var channel = RecordedChannel.Of(new Recording("out-post-reply-text"));
        var adapter = new CloudAdapter(new ConfigurationBuilder().Build(), channel);
        var http = new DefaultHttpContext();
        http.Request.Method = method;
        http.Request.Body = new MemoryStream(body);
        using var written = new MemoryStream();
        http.Response.Body = written;

        await adapter.ProcessAsync(http.Request, http.Response, new Turns(turn), TestContext.Current.CancellationToken);

        return new Answer(http.Response.StatusCode, Encoding.UTF8.GetString(written.ToArray()), channel);
    }

    private sealed record Answer(int Status, string Body, RecordedChannel Channel);

    private sealed class Turns(Func<ITurnContext, Task> turn) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => turn(turnContext);
    }
}
