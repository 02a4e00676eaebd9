using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using CoachBot.Channels.LocalChat;

namespace CoachBot.Tests.Channels.LocalChat;

public sealed class A_conversation_of_the_chat_page : IAsyncLifetime
{
    private ChatServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ChatServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Begins_by_telling_the_bot_who_came()
    {
        var begun = await _server.BeginAsync();

        var update = Assert.Single(_server.Heard);
        Assert.Equal("conversationUpdate", (string?)update["type"]);
        Assert.Equal((string?)begun["conversationId"], (string?)update["conversation"]!["id"]);
        Assert.Equal(["rep-1", "coachbot"], update["membersAdded"]!.AsArray().Select(m => (string)m!["id"]!));
        Assert.Equal(_server.Address.ToString(), (string?)update["serviceUrl"]);
        Assert.Equal("coachbot", (string?)update["recipient"]!["id"]);
    }

    [Fact]
    public async Task Hands_the_bot_the_persons_words_as_any_channel_does()
    {
        var id = await _server.BeginWithIdAsync();

        using var answer = await _server.SayAsync(id, "She said no");

        var said = _server.Heard.Last();
        Assert.Equal("She said no", (string?)said["text"]);
        Assert.Equal("webchat", (string?)said["channelId"]);
        Assert.Equal("rep-1", (string?)said["from"]!["id"]);
        Assert.Equal((string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["id"], (string?)said["id"]);
    }

    [Fact]
    public async Task Echoes_the_person_with_the_id_that_the_page_gave()
    {
        var id = await _server.BeginWithIdAsync();
        using var _ = await _server.SayAsync(id, "hello", "page-7");

        var echo = Assert.Single((await _server.ReadAsync(id)).Activities);
        Assert.Equal("page-7", (string?)echo["channelData"]!["clientActivityID"]);
        Assert.Equal("user", (string?)echo["from"]!["role"]);
    }

    [Fact]
    public async Task Brings_the_bots_words_over_the_socket_as_they_come()
    {
        var begun = await _server.BeginAsync();
        using var socket = await ChatServer.ListenAsync((string)begun["streamUrl"]!);
        await _server.BotSaysAsync((string)begun["conversationId"]!, "first");

        Assert.Equal("first", (string?)Assert.Single((await ChatServer.FrameAsync(socket)).Activities)["text"]);

        await socket.SendAsync(Encoding.UTF8.GetBytes(""), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        await _server.BotSaysAsync((string)begun["conversationId"]!, "second");
        Assert.Equal("second", (string?)Assert.Single((await ChatServer.FrameAsync(socket)).Activities)["text"]);
    }

    [Fact]
    public async Task Goes_on_after_the_watermark_when_the_socket_dropped()
    {
        var id = await _server.BeginWithIdAsync();
        await _server.BotSaysAsync(id, "seen");
        var (_, watermark) = await _server.ReadAsync(id);
        await _server.BotSaysAsync(id, "missed");

        Assert.Equal("missed", (string?)Assert.Single((await _server.ReadAsync(id, watermark)).Activities)["text"]);
        var again = await _server.Client.GetFromJsonAsync<JsonObject>($"/v3/directline/conversations/{id}?watermark={watermark}", TestContext.Current.CancellationToken);
        using var socket = await ChatServer.ListenAsync((string)again!["streamUrl"]!);
        Assert.Equal("missed", (string?)Assert.Single((await ChatServer.FrameAsync(socket)).Activities)["text"]);
    }

    [Fact]
    public async Task Shows_an_update_where_the_message_stood()
    {
        var id = await _server.BeginWithIdAsync();
        var card = await _server.BotSaysAsync(id, "question");
        await _server.BotSaysAsync(id, "below");
        var (before, watermark) = await _server.ReadAsync(id);

        await _server.BotSaysAsync(id, "answered", inPlaceOf: card);

        var update = Assert.Single((await _server.ReadAsync(id, watermark)).Activities);
        Assert.Equal((card, "answered", (string?)before[0]["timestamp"]), ((string?)update["id"], (string?)update["text"], (string?)update["timestamp"]));
        Assert.Equal(["answered", "below"], (await _server.ReadAsync(id)).Activities.Select(a => (string?)a["text"]));
    }

    [Fact]
    public async Task Takes_a_deleted_message_away()
    {
        var id = await _server.BeginWithIdAsync();
        var slip = await _server.BotSaysAsync(id, "a slip");

        using var answer = await _server.Client.DeleteAsync(new Uri($"/v3/conversations/{id}/activities/{slip}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var left = Assert.Single((await _server.ReadAsync(id)).Activities);
        Assert.Equal((slip, "event"), ((string?)left["id"], (string?)left["type"]));
    }

    [Fact]
    public async Task Shows_typing_only_until_words_come()
    {
        var id = await _server.BeginWithIdAsync();
        using var typing = await _server.Client.PostAsJsonAsync($"/v3/conversations/{id}/activities", new { type = "typing" }, TestContext.Current.CancellationToken);
        Assert.Equal("typing", (string?)Assert.Single((await _server.ReadAsync(id)).Activities)["type"]);

        await _server.BotSaysAsync(id, "here it is");

        Assert.Equal("message", (string?)Assert.Single((await _server.ReadAsync(id)).Activities)["type"]);
    }

    [Fact]
    public async Task Is_opened_again_by_its_id_after_the_program_was_started_anew()
    {
        var id = await _server.BeginWithIdAsync();
        await _server.BotSaysAsync(id, "before");
        var (_, watermark) = await _server.ReadAsync(id);
        await using var later = await ChatServer.StartAsync();

        await later.BotSaysAsync(id, "after");

        Assert.Equal("after", (string?)Assert.Single((await later.ReadAsync(id, watermark)).Activities)["text"]);
        Assert.Empty(later.Heard);
    }

    [Fact]
    public async Task Forgets_the_oldest_words_past_its_bound()
    {
        var id = await _server.BeginWithIdAsync();
        for (var i = 0; i <= ChatConversation.MostActivities; i++)
            await _server.BotSaysAsync(id, $"{i}");

        var (kept, _) = await _server.ReadAsync(id);
        Assert.Equal((ChatConversation.MostActivities, "1"), (kept.Count, (string?)kept[0]["text"]));
    }

    [Fact]
    public async Task Says_so_when_the_bot_does_not_take_the_words()
    {
        var id = await _server.BeginWithIdAsync();
        _server.BotAnswers = 500;

        using var answer = await _server.SayAsync(id, "hello?");

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"type\":7}")]
    public async Task Refuses_what_is_no_activity(string body)
    {
        var id = await _server.BeginWithIdAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await _server.Client.PostAsync(new Uri($"/v3/directline/conversations/{id}/activities", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("with.dots.in.it")]
    public async Task Is_not_opened_by_an_id_that_is_not_ours(string id)
    {
        using var answer = await _server.Client.GetAsync(new Uri($"/v3/directline/conversations/{id}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("http://localhost:1")]
    [InlineData("null")]
    public async Task Refuses_a_page_from_elsewhere(string origin)
    {
        var begun = await _server.BeginAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v3/directline/conversations/{begun["conversationId"]}/activities");
        request.Headers.Add("Origin", origin);

        using var answer = await _server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => ChatServer.ListenAsync((string)begun["streamUrl"]!, origin));
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_listened_to_by_its_own_page()
    {
        var begun = await _server.BeginAsync();

        using var socket = await ChatServer.ListenAsync((string)begun["streamUrl"]!, _server.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(WebSocketState.Open, socket.State);
    }
}
