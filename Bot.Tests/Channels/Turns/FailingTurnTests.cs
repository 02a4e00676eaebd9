using System.Diagnostics.Metrics;
using CoachBot.Channels;
using CoachBot.Storage.Tables;
using CoachBot.Tests.Storage;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoachBot.Tests.Channels.Turns;

/// <summary>A turn that fails.</summary>
public sealed class A_turn_that_fails : IDisposable
{
    private readonly TemporaryFile _file = new();
    private readonly FakeChannel _channel = new();

    [Fact]
    public async Task At_every_try_is_tried_three_times_then_parked_told_and_counted_and_the_others_go_on()
    {
        var parked = 0;
        var bot = new ScriptedBot((turn, cancel) => turn.Activity.Text == "poison"
            ? throw new InvalidOperationException()
            : turn.SendActivityAsync(MessageFactory.Text("fine"), cancel));
        await using var host = new TurnHost(bot, _channel, _file.Path);
        host.CreateClient();
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Name == "coachbot.turns.parked") l.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref parked, (int)count));
        listener.Start();

        await host.PostAsync(TurnHost.Message("poison"));
        await host.PostAsync(TurnHost.Message("good"));
        await host.PostAsync(TurnHost.Message("good", "a:2"));
        await host.SettledAsync();

        Assert.Equal(3, bot.Heard.Count(a => a.Text == "poison"));
        Assert.Equal([.. (string[])["fine", "fine"], host.Get<TurnSorry>().Text(null)], _channel.Texts.Order(StringComparer.Ordinal).OrderByDescending(t => t == "fine"));
        Assert.Equal(1, await host.AskAsync(open => open.Inbox.CountAsync(i => i.Status == InboxStatus.Parked)));
        Assert.True(parked >= 1);
    }

    [Fact]
    public async Task For_the_databases_sake_is_not_held_against_the_message()
    {
        var tries = 0;
        var bot = new ScriptedBot((turn, cancel) => Interlocked.Increment(ref tries) <= 4
            ? throw new InvalidOperationException("passing", new NpgsqlException("the server is gone"))
            : turn.SendActivityAsync(MessageFactory.Text("at last"), cancel));
        await using var host = new TurnHost(bot, _channel, _file.Path);

        await host.PostAsync(TurnHost.Message());
        await host.SettledAsync();

        Assert.Equal(["at last"], _channel.Texts);
    }

    [Fact]
    public async Task Does_not_stop_the_program_nor_does_a_database_without_its_tables()
    {
        await using var host = new TurnHost(new ScriptedBot(), _channel, _file.Path);
        host.CreateClient();
        await host.AskAsync(open => open.Database.ExecuteSqlAsync($"ALTER TABLE inbox RENAME TO gone"));

        var status = await host.PostAsync(TurnHost.Message());
        for (var looks = 0; looks < 200 && !host.Log.Text.Contains("Looking around failed", StringComparison.Ordinal); looks++)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await host.AskAsync(open => open.Database.ExecuteSqlAsync($"ALTER TABLE gone RENAME TO inbox"));
        await host.PostAsync(TurnHost.Message("back"));
        await host.SettledAsync();

        Assert.Equal(503, status);
        Assert.Contains("Looking around failed", host.Log.Text, StringComparison.Ordinal);
        Assert.Equal(["Echo: back"], _channel.Texts);
    }

    [Fact]
    public async Task Because_the_server_said_nothing_after_it_had_committed_is_not_done_again()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        await using (var proxy = new CuttingProxy(new NpgsqlConnectionStringBuilder(database).Port))
        {
            var through = new NpgsqlConnectionStringBuilder(database) { Host = "127.0.0.1", Port = proxy.Port, SslMode = SslMode.Disable }.ToString();
            var bot = new ScriptedBot(async (turn, cancel) =>
            {
                await turn.SendActivityAsync(MessageFactory.Text($"Echo: {turn.Activity.Text}"), cancel);
                proxy.CutAfterCommits(1);
            });
            await using var host = new TurnHost(bot, _channel, through);
            for (var n = 0; n < 5; n++)
            {
                Assert.Equal(200, await host.PostAsync(TurnHost.Message($"{n}")));
                await host.SettledAsync();
            }

            Assert.Equal(5, bot.Heard.Count);
            Assert.True(proxy.Cuts > 0);
        }

        await PostgresServer.DropAsync(database);
        Assert.Equal(Enumerable.Range(0, 5).Select(n => $"Echo: {n}"), _channel.Texts);
    }

    public void Dispose() => _file.Dispose();
}
