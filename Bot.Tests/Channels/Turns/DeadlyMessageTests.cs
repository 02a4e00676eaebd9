using CoachBot.Channels;
using CoachBot.Storage.Tables;
using CoachBot.Tests.Storage;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Tests.Channels.Turns;

/// <summary>A message that nobody survives or understands.</summary>
public sealed class A_message_that : IDisposable
{
    private readonly TemporaryFile _file = new();
    private readonly FakeChannel _channel = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_process_dies_of_is_begun_five_times_then_parked_and_told_and_the_others_go_on(bool onServer)
    {
        var database = onServer ? await PostgresServer.NewDatabaseAsync() : _file.Path;
        var bot = new DyingBot("deadly", int.MaxValue);
        await using (var host = bot.Host = new TurnHost(bot.Bot, _channel, database))
        {
            await host.PostAsync(TurnHost.Message("deadly"));
            await host.PostAsync(TurnHost.Message("good"));
            await host.PostAsync(TurnHost.Message("good", "a:2"));
            await host.SettledAsync();

            Assert.Equal(5, bot.Bot.Heard.Count(a => a.Text == "deadly"));
            Assert.Equal(["fine", "fine", host.Get<TurnSorry>().Text(null)], _channel.Texts.OrderByDescending(t => t == "fine"));
            Assert.Equal(1, await host.AskAsync(open => open.Inbox.CountAsync(i => i.Status == InboxStatus.Parked)));
        }

        if (onServer)
            await PostgresServer.DropAsync(database);
    }

    [Fact]
    public async Task Processes_died_over_now_and_then_is_worked_on_after_all()
    {
        var bot = new DyingBot("unlucky", 4);
        await using var host = bot.Host = new TurnHost(bot.Bot, _channel, _file.Path);

        await host.PostAsync(TurnHost.Message("unlucky"));
        await host.SettledAsync();

        Assert.Equal(["fine"], _channel.Texts);
    }

    [Fact]
    public async Task Cannot_be_read_any_more_is_parked_and_told_and_the_others_go_on()
    {
        var go = new TaskCompletionSource();
        var bot = new ScriptedBot(async (turn, cancel) =>
        {
            await go.Task.WaitAsync(cancel);
            await turn.SendActivityAsync(MessageFactory.Text($"Echo: {turn.Activity.Text}"), cancel);
        });
        await using var host = new TurnHost(bot, _channel, _file.Path);
        await host.PostAsync(TurnHost.Message("1"));
        await host.PostAsync(TurnHost.Message("2", id: "spoilt"));
        await host.PostAsync(TurnHost.Message("3"));
        await host.AskAsync(open => open.Database.ExecuteSqlAsync($"UPDATE inbox SET body = 'no JSON' WHERE activity_id = 'spoilt'"));

        go.SetResult();
        await host.SettledAsync();

        Assert.Equal(["Echo: 1", host.Get<TurnSorry>().Text(null), "Echo: 3"], _channel.Texts);
        Assert.Equal("spoilt", await host.AskAsync(open => open.Inbox.Where(i => i.Status == InboxStatus.Parked).Select(i => i.ActivityId).SingleAsync()));
    }

    public void Dispose() => _file.Dispose();

    /// <summary>As seen from outside, its process dies with some messages in hand: the lease stays behind, and nothing is written.</summary>
    private sealed class DyingBot
    {
        private int _deaths;

        public DyingBot(string text, int times) => Bot = new ScriptedBot(async (turn, cancel) =>
        {
            if (turn.Activity.Text == text && _deaths++ < times)
                await Host!.AskAsync(open => open.Database.ExecuteSqlAsync($"UPDATE conversations SET token = token + 1, holder = 'dead', leased_until = 0 WHERE holder IS NOT NULL AND key LIKE '%a:1'", cancel));
            await turn.SendActivityAsync(MessageFactory.Text("fine"), cancel);
        });

        public ScriptedBot Bot { get; }

        public TurnHost? Host { get; set; }
    }
}
