using System.Net;
using CoachBot.Storage.Tables;
using CoachBot.Tests.Storage;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Tests.Channels.Turns;

/// <summary>Something sent.</summary>
public sealed class Something_sent : IDisposable
{
    private readonly TemporaryFile _file = new();
    private readonly FakeChannel _channel = new();

    [Theory]
    [InlineData(200, 1, OutboxStatus.Sent)]
    [InlineData(201, 1, OutboxStatus.Sent)]
    [InlineData(202, 1, OutboxStatus.Sent)]
    [InlineData(400, 1, OutboxStatus.GivenUp)]
    [InlineData(403, 1, OutboxStatus.GivenUp)]
    [InlineData(404, 1, OutboxStatus.GivenUp)]
    [InlineData(413, 1, OutboxStatus.GivenUp)]
    [InlineData(408, 2, OutboxStatus.GivenUp)]
    [InlineData(500, 2, OutboxStatus.GivenUp)]
    [InlineData(503, 2, OutboxStatus.GivenUp)]
    [InlineData(0, 2, OutboxStatus.GivenUp)]
    [InlineData(412, 7, OutboxStatus.GivenUp)]
    [InlineData(502, 7, OutboxStatus.GivenUp)]
    [InlineData(504, 7, OutboxStatus.GivenUp)]
    public async Task And_always_answered_alike_is_tried_as_often_as_that_answer_allows(int status, int tries, OutboxStatus end)
    {
        _channel.Answer = _ => status == 0 ? throw new HttpRequestException("cut") : status >= 300 ? FakeChannel.Refusal((HttpStatusCode)status) : new HttpResponseMessage((HttpStatusCode)status);
        await using var host = new TurnHost(new ScriptedBot(), _channel, _file.Path);

        await host.PostAsync(TurnHost.Message());
        await host.SettledInTimeAsync();

        Assert.Equal(tries, _channel.Asked.Count);
        var row = await host.AskAsync(open => open.Outbox.SingleAsync());
        Assert.Equal((end, status, tries), (row.Status, row.LastStatus, row.Attempts));
    }

    [Theory]
    [InlineData(500, 1)]
    [InlineData(0, 1)]
    [InlineData(429, 0)]
    [InlineData(502, 0)]
    public async Task And_taken_at_the_second_try_is_counted_as_doubtful_only_where_it_is(int status, int doubts)
    {
        _channel.Answer = n => n > 1 ? null : status == 0 ? throw new HttpRequestException("cut") : FakeChannel.Refusal((HttpStatusCode)status);
        await using var host = new TurnHost(new ScriptedBot(), _channel, _file.Path);

        await host.PostAsync(TurnHost.Message());
        await host.SettledInTimeAsync();

        Assert.Equal(["Echo: hello"], _channel.Texts);
        Assert.Equal(doubts, await host.AskAsync(open => open.Outbox.Select(o => o.Ambiguous).SingleAsync()));
    }

    [Fact]
    public async Task Too_soon_is_sent_again_when_the_channel_says_and_what_comes_after_it_waits_too()
    {
        _channel.Answer = n => n == 1 ? FakeChannel.Refusal(HttpStatusCode.TooManyRequests, retryAfter: 30) : null;
        await using var host = new TurnHost(new ScriptedBot(), _channel, _file.Path);
        await host.PostAsync(TurnHost.Message("1"));
        await host.UntilAsync(open => open.Outbox.AnyAsync(o => o.Attempts == 1 && o.Status == OutboxStatus.Waiting));
        await host.PostAsync(TurnHost.Message("2"));
        await host.UntilAsync(async open => await open.Outbox.CountAsync() == 2);

        host.Clock.Advance(TimeSpan.FromSeconds(29));
        await Task.Delay(150, TestContext.Current.CancellationToken);
        Assert.Single(_channel.Asked);

        host.Clock.Advance(TimeSpan.FromSeconds(3));
        await host.SettledAsync();
        Assert.Equal(["Echo: 1", "Echo: 2"], _channel.Texts);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "MessageWritesBlocked")]
    [InlineData(HttpStatusCode.Forbidden, "BotNotInConversationRoster")]
    [InlineData(HttpStatusCode.NotFound, "ConversationNotFound")]
    public async Task Where_nothing_gets_through_is_followed_by_nothing_until_the_person_writes_again(HttpStatusCode status, string code)
    {
        _channel.Answer = n => n == 1 ? FakeChannel.Refusal(status, code) : null;
        var bot = new ScriptedBot(async (turn, cancel) =>
        {
            await turn.SendActivityAsync(MessageFactory.Text($"{turn.Activity.Text}, first"), cancel);
            await turn.SendActivityAsync(MessageFactory.Text($"{turn.Activity.Text}, second"), cancel);
        });
        await using var host = new TurnHost(bot, _channel, _file.Path);

        await host.PostAsync(TurnHost.Message("1"));
        await host.SettledAsync();
        Assert.Equal(code, await host.AskAsync(open => open.Conversations.Select(c => c.ClosedFor).SingleAsync()));
        await host.PostAsync(TurnHost.Message("2"));
        await host.SettledAsync();

        Assert.Equal(["1, first", "2, first", "2, second"], _channel.Asked);
        Assert.Null(await host.AskAsync(open => open.Conversations.Select(c => c.ClosedFor).SingleAsync()));
    }

    [Fact]
    public async Task Later_goes_to_the_newest_address_that_the_person_wrote_from()
    {
        _channel.Answer = n => n == 1 ? FakeChannel.Refusal(HttpStatusCode.TooManyRequests, retryAfter: 30) : null;
        await using var host = new TurnHost(new ScriptedBot(), _channel, _file.Path);
        await host.PostAsync(TurnHost.Message("1"));
        await host.UntilAsync(open => open.Outbox.AnyAsync(o => o.Attempts == 1 && o.Status == OutboxStatus.Waiting));

        var moved = TurnHost.Message("2");
        moved["serviceUrl"] = "https://europe.botframework.com/";
        await host.PostAsync(moved);
        var refused = TurnHost.Message("3");
        refused["serviceUrl"] = "https://elsewhere.test/";
        Assert.Equal(403, await host.PostAsync(refused));
        await host.SettledInTimeAsync();

        Assert.Equal([("Echo: 1", "europe.botframework.com"), ("Echo: 2", "europe.botframework.com")], _channel.Taken);
    }

    public void Dispose() => _file.Dispose();
}
