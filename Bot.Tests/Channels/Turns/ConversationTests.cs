using CoachBot.Channels.Turns;
using CoachBot.Storage.Tables;
using CoachBot.Tests.Storage;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Tests.Channels.Turns;

/// <summary>A conversation.</summary>
public sealed class A_conversation : IDisposable
{
    private readonly TemporaryFile _file = new();
    private readonly FakeChannel _channel = new();

    [Fact]
    public async Task Takes_edits_deletions_and_reactions_that_come_before_what_they_belong_to()
    {
        var bot = new ScriptedBot();
        await using var host = new TurnHost(bot, _channel, _file.Path);
        string[] types = ["messageUpdate", "messageDelete", "messageReaction", "conversationUpdate", "installationUpdate", "somethingNew", "message"];

        foreach (var type in types)
        {
            var activity = TurnHost.Message();
            activity["type"] = type;
            activity["replyToId"] = "never-seen";
            Assert.Equal(200, await host.PostAsync(activity));
        }

        await host.SettledAsync();
        Assert.Equal(types, bot.Heard.Select(a => a.Type));
        Assert.Equal(["Echo: hello"], _channel.Texts);
    }

    [Fact]
    public async Task Counts_each_of_many_messages_that_come_at_once_to_two_replicas_and_answers_them_in_the_order_of_their_arrival()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        var bot = new ScriptedBot();
        await using (var one = new TurnHost(bot, _channel, database))
        await using (var other = new TurnHost(bot, _channel, database))
        {
            one.CreateClient();
            TurnHost[] hosts = [one, other];
            var statuses = await Task.WhenAll(
                from n in Enumerable.Range(0, 10)
                from conversation in Enumerable.Range(0, 10)
                select hosts[n % 2].PostAsync(TurnHost.Message($"{conversation}/{n}", $"a:{conversation}")));
            await one.SettledAsync();

            Assert.All(statuses, status => Assert.Equal(200, status));
            var arrived = await one.AskAsync(open => open.Inbox.OrderBy(i => i.Id).Select(i => new { i.Conversation, i.ActivityId }).ToListAsync());
            var said = bot.Heard.ToDictionary(a => a.Id, a => $"Echo: {a.Text}");
            Assert.Equal(100, bot.Heard.Count);
            foreach (var conversation in arrived.GroupBy(i => i.Conversation))
            {
                var answers = conversation.Select(i => said[i.ActivityId]).ToList();
                Assert.Equal(answers, _channel.Texts.Where(answers.Contains));
            }
        }

        await PostgresServer.DropAsync(database);
        Assert.Equal(100, _channel.Texts.Count());
    }

    [Fact]
    public async Task Taken_over_in_mid_turn_is_worked_on_once_more_and_answered_once()
    {
        TurnHost? host = null;
        var taken = 0;
        var bot = new ScriptedBot(async (turn, cancel) =>
        {
            if (Interlocked.Increment(ref taken) == 1)
                await host!.AskAsync(open => open.Database.ExecuteSqlAsync($"UPDATE conversations SET token = token + 1, holder = NULL, leased_until = 0", cancel));
            await turn.SendActivityAsync(MessageFactory.Text($"try {taken}"), cancel);
        });
        await using (host = new TurnHost(bot, _channel, _file.Path))
        {
            await host.PostAsync(TurnHost.Message());
            await host.SettledAsync();
        }

        Assert.Equal(["try 2"], _channel.Texts);
    }

    [Fact]
    public async Task Held_by_a_process_that_died_goes_on_at_once_when_the_only_process_starts_again()
    {
        var bot = new ScriptedBot();
        var clock = new StandingClock();
        await using (var host = new TurnHost(bot, _channel, _file.Path) { Clock = clock })
        {
            await host.PostAsync(TurnHost.Message("before"));
            await host.SettledAsync();
            var until = clock.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds();
            await host.AskAsync(open => open.Database.ExecuteSqlAsync($"UPDATE conversations SET holder = 'dead', leased_until = {until}"));
        }

        await using var again = new TurnHost(bot, _channel, _file.Path) { Clock = clock };
        await again.PostAsync(TurnHost.Message("after"));
        await again.SettledAsync();

        Assert.Equal(["Echo: before", "Echo: after"], _channel.Texts);
    }

    [Fact]
    public async Task Waits_for_a_pool_of_five_connections_with_two_hundred_others()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        await using (var host = new TurnHost(new ScriptedBot(), _channel, database + ";Maximum Pool Size=5"))
        {
            host.CreateClient();
            var statuses = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => host.PostAsync(TurnHost.Message($"{n}", $"a:{n}"))));
            await host.SettledAsync();

            Assert.All(statuses, status => Assert.Equal(200, status));
        }

        await PostgresServer.DropAsync(database);
        Assert.Equal(200, _channel.Texts.Distinct().Count());
        Assert.Equal(200, _channel.Texts.Count());
    }

    [Fact]
    public async Task In_flood_is_refused_beyond_its_measure_and_holds_up_no_other()
    {
        await using var host = new TurnHost(new ScriptedBot(), _channel, _file.Path, ("Intake:PerSecondAndConversation", "2"));
        host.CreateClient();

        var flood = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => host.PostAsync(TurnHost.Message($"flood {n}", "a:flood"))));
        Assert.Equal(200, await host.PostAsync(TurnHost.Message("ordinary", "a:ordinary")));
        await host.SettledAsync();

        Assert.InRange(flood.Count(status => status == 200), 30, 100);
        Assert.Equal(flood.Length, flood.Count(status => status is 200 or 429));
        Assert.Equal(flood.Count(status => status == 200) + 1, _channel.Texts.Count());
        Assert.Contains("Echo: ordinary", _channel.Texts);
    }

    [Fact]
    public async Task That_waits_for_its_tenants_pace_gives_its_place_to_those_of_other_tenants()
    {
        await using var host = new TurnHost(new ScriptedBot(), _channel, _file.Path, ("Sends:PerSecondAndTenant", "1"))
        {
            Limits = new TurnLimits { LookAround = TimeSpan.FromMilliseconds(20), TurnsAtOnce = 2, Drain = TimeSpan.FromMilliseconds(50) },
        };
        host.CreateClient();
        for (var n = 0; n < 12; n++)
            await host.PostAsync(TurnHost.Message("busy", $"a:busy-{n}"));
        await host.UntilAsync(async open => await open.Inbox.CountAsync(i => i.Status == InboxStatus.Done) >= 3);

        var other = TurnHost.Message("other", "a:other");
        other["conversation"]!["tenantId"] = "elsewhere";
        await host.PostAsync(other);
        await host.UntilAsync(open => open.Outbox.AnyAsync(o => o.Conversation.Contains("elsewhere") && o.Status == OutboxStatus.Sent));

        // More of them than there are places.
        Assert.InRange(await host.AskAsync(open => open.Outbox.CountAsync(o => o.Status < OutboxStatus.Sent)), 3, 12);
    }

    public void Dispose() => _file.Dispose();
}
