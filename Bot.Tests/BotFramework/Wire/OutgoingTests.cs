using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace CoachBot.Tests.BotFramework.Wire;

/// <summary>The connector, against recorded traffic of the JavaScript SDK.</summary>
public sealed class OutgoingTests
{
    private const string ServiceUrl = "http://localhost:56160/_connector";

    public static TheoryData<string> Replies => Recording.Named("out-post-reply-*");

    [Theory]
    [MemberData(nameof(Replies))]
    public async Task Sends_a_reply_to_the_same_path_with_the_same_JSON(string name)
    {
        var recording = new Recording(name);
        var channel = RecordedChannel.Of(recording);
        var connector = await channel.ConnectorAsync(ServiceUrl);
        var activity = await ReadAsync(recording.Body);

        var receipt = await connector.Conversations.ReplyToActivityAsync(activity, TestContext.Current.CancellationToken);

        var asked = Assert.Single(channel.Asked);
        Assert.Equal("POST", asked.Method);
        Assert.Equal(recording.PathAndQuery, asked.PathAndQuery);
        Assert.True(JsonNode.DeepEquals(recording.Body, asked.Body), asked.Body?.ToJsonString());
        Assert.Null(asked.Request.Headers.Authorization);
        Assert.Equal(activity.Conversation.Id, asked.Request.Headers.GetValues("x-ms-conversation-id").Single());
        Assert.Equal((string?)JsonNode.Parse(await recording.Answer().Content.ReadAsStringAsync(TestContext.Current.CancellationToken) is { Length: > 0 } body ? body : "{}")?["id"], receipt?.Id);
    }

    [Fact]
    public async Task Takes_an_empty_202_for_a_typing_activity_as_done()
    {
        var connector = await RecordedChannel.Of(new Recording("out-post-reply-typing")).ConnectorAsync(ServiceUrl);

        Assert.Null(await connector.Conversations.ReplyToActivityAsync("a:1", "1", new Activity("typing"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Updates_an_activity_in_its_place()
    {
        var recording = new Recording("out-put-updateActivity");
        var channel = RecordedChannel.Of(recording);
        var connector = await channel.ConnectorAsync(ServiceUrl);

        var receipt = await connector.Conversations.UpdateActivityAsync(await ReadAsync(recording.Body), TestContext.Current.CancellationToken);

        var asked = Assert.Single(channel.Asked);
        Assert.Equal(("PUT", recording.PathAndQuery), (asked.Method, asked.PathAndQuery));
        Assert.True(JsonNode.DeepEquals(recording.Body, asked.Body), asked.Body?.ToJsonString());
        Assert.Equal("1795320354432", receipt.Id);
    }

    [Fact]
    public async Task Surfaces_a_deletion_that_the_channel_does_not_know_as_an_error_with_its_reason()
    {
        var recording = new Recording("out-delete-activity-501");
        var channel = RecordedChannel.Of(recording);
        var connector = await channel.ConnectorAsync(ServiceUrl);

        var error = await Assert.ThrowsAsync<ErrorResponseException>(() =>
            connector.Conversations.DeleteActivityAsync("a:1personal", "1795320356363", TestContext.Current.CancellationToken));

        Assert.Equal(("DELETE", recording.PathAndQuery), (channel.Asked[0].Method, channel.Asked[0].PathAndQuery));
        Assert.Contains("NotImplemented", error.Message, StringComparison.Ordinal);
        Assert.Equal("DeleteActivityAPINotImplemented", error.Body.Error.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>not found</html>")]
    [InlineData("{\"error\":{\"code\":\"ConversationNotFound\",\"message\":\"gone\"}}")]
    public async Task Surfaces_a_conversation_that_is_gone_as_the_same_error_whatever_the_body(string body)
    {
        var channel = new RecordedChannel(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NotFound) { Content = new StringContent(body) });
        var connector = await channel.ConnectorAsync(ServiceUrl);

        var error = await Assert.ThrowsAsync<ErrorResponseException>(() =>
            connector.Conversations.SendToConversationAsync("a:stale", new Activity("message"), TestContext.Current.CancellationToken));

        Assert.Contains("NotFound", error.Message, StringComparison.Ordinal);
        Assert.Equal(body.StartsWith('{') ? "ConversationNotFound" : null, error.Body?.Error?.Code);
    }

    [Fact]
    public async Task Opens_a_conversation_with_a_person()
    {
        var recording = new Recording("out-post-createConversation");
        var channel = RecordedChannel.Of(recording);
        var connector = await channel.ConnectorAsync(ServiceUrl);
        var wanted = recording.Body;

        var created = await connector.Conversations.CreateConversationAsync(new ConversationParameters
        {
            IsGroup = false,
            Bot = new ChannelAccount((string)wanted["bot"]!["id"]!, (string)wanted["bot"]!["name"]!),
            Members = [new ChannelAccount((string)wanted["members"]![0]!["id"]!, (string)wanted["members"]![0]!["name"]!) { AadObjectId = (string)wanted["members"]![0]!["aadObjectId"]! }],
            TenantId = (string)wanted["tenantId"]!,
            ChannelData = wanted["channelData"],
        }, TestContext.Current.CancellationToken);

        Assert.Equal(recording.PathAndQuery, channel.Asked[0].PathAndQuery);
        Assert.True(JsonNode.DeepEquals(wanted, channel.Asked[0].Body), channel.Asked[0].Body?.ToJsonString());
        Assert.Equal("a:1personal", created.Id);
    }

    [Fact]
    public async Task Reads_members_page_by_page_and_one_by_one()
    {
        var page = new Recording("out-get-pagedmembers");
        var pages = RecordedChannel.Of(page);
        var result = await (await pages.ConnectorAsync(ServiceUrl)).Conversations.GetConversationPagedMembersAsync("a:1personal", 2, cancellationToken: TestContext.Current.CancellationToken);
        var one = new Recording("out-get-member");
        var member = RecordedChannel.Of(one);
        var conversations = (Conversations)(await member.ConnectorAsync(ServiceUrl)).Conversations;
        var person = await conversations.GetConversationMemberAsync("29:1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "a:1personal", TestContext.Current.CancellationToken);

        Assert.Equal(page.PathAndQuery, pages.Asked[0].PathAndQuery);
        Assert.NotEmpty(result.Members);
        Assert.Equal(one.PathAndQuery, member.Asked[0].PathAndQuery);
        Assert.Equal("Ada Lovelace", person.Name);
    }

    [Fact]
    public async Task Keeps_one_client_for_one_service_URL()
    {
        var channel = RecordedChannel.Of(new Recording("out-post-reply-text"));
        var factory = new ConfigurationBotFrameworkAuthentication(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build(), httpClientFactory: channel)
            .CreateConnectorFactory(new System.Security.Claims.ClaimsIdentity());

        var first = await factory.CreateAsync(ServiceUrl, null, TestContext.Current.CancellationToken);

        Assert.Same(first, await factory.CreateAsync(ServiceUrl, null, TestContext.Current.CancellationToken));
        Assert.NotSame(first, await factory.CreateAsync(ServiceUrl + "/other", null, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task Lets_no_id_climb_in_the_path(string id)
    {
        var connector = await RecordedChannel.Of(new Recording("out-post-reply-text")).ConnectorAsync(ServiceUrl);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => connector.Conversations.SendToConversationAsync(id, new Activity("message"), TestContext.Current.CancellationToken));
    }

    private static Task<Activity> ReadAsync(JsonObject body)
    {
        var http = new DefaultHttpContext();
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body.ToJsonString()));
        return HttpHelper.ReadRequestAsync<Activity>(http.Request);
    }
}
