using System.Text.Json.Nodes;
using CoachBot.Channels;
using CoachBot.Channels.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Tests.Channels;

/// <summary>A turn.</summary>
public sealed class TurnTests
{
    [Fact]
    public async Task Waits_for_the_one_before_it_in_its_conversation_and_keeps_the_order()
    {
        var running = 0;
        var together = 0;
        var bot = new ScriptedBot(async (_, cancel) =>
        {
            together = Math.Max(together, Interlocked.Increment(ref running));
            await Task.Delay(2, cancel);
            Interlocked.Decrement(ref running);
        });
        await using var host = new CoachHost(bot);
        host.CreateClient();

        List<Task> sent = [];
        for (var n = 0; n < 20; n++)
        {
            var count = bot.Heard.Count;
            sent.Add(host.PostAsync(CoachHost.Message($"{n}")));
            // The next is sent when this one is in: over one connection each, nothing else says which came first.
            for (var patience = 0; patience < 50 && n == 0 && bot.Heard.Count == count; patience++)
                await Task.Delay(2, TestContext.Current.CancellationToken);
        }

        await Task.WhenAll(sent);

        Assert.Equal(1, together);
        Assert.Equal(20, bot.Heard.Count);
        Assert.Equal("0", bot.Heard.First().Text);
    }

    [Fact]
    public async Task That_fails_is_answered_with_one_kind_sentence_and_logged_without_a_word_of_it()
    {
        var bot = new ScriptedBot((turn, _) => throw new InvalidOperationException($"cannot digest {turn.Activity.Text}"));
        await using var host = new CoachHost(bot);

        var response = await host.PostAsync(CoachHost.Message("the canary sings"));

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(host.Services.GetRequiredService<TurnSorry>().Text(null), await CoachHost.FirstReplyAsync(response));
        Assert.Contains(nameof(InvalidOperationException), host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_fails_lets_the_next_one_be_taken()
    {
        var bot = new ScriptedBot((turn, cancel) => turn.Activity.Text == "bad"
            ? throw new InvalidOperationException()
            : turn.SendActivityAsync(MessageFactory.Text("fine"), cancel));
        await using var host = new CoachHost(bot);

        await host.PostAsync(CoachHost.Message("bad"));

        Assert.Equal("fine", await CoachHost.FirstReplyAsync(await host.PostAsync(CoachHost.Message("good"))));
    }

    [Fact]
    public async Task Does_not_die_with_the_request()
    {
        var begun = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var ended = new TaskCompletionSource<bool>();
        var bot = new ScriptedBot(async (_, cancel) =>
        {
            begun.SetResult();
            await go.Task;
            ended.SetResult(cancel.IsCancellationRequested);
        });
        await using var host = new CoachHost(bot);
        host.Listen();
        using var client = host.CreateClient();
        using var leaving = new CancellationTokenSource();
        using var content = new StringContent(CoachHost.Message().ToJsonString());

        var request = client.PostAsync("/api/messages", content, leaving.Token);
        await begun.Task;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await Task.Delay(50, TestContext.Current.CancellationToken);
        go.SetResult();

        Assert.False(await ended.Task);
    }

    [Fact]
    public async Task Has_an_end_of_its_own()
    {
        var bot = new ScriptedBot((_, cancel) => Task.Delay(Timeout.Infinite, cancel));
        await using var host = new CoachHost(bot) { Limits = new TurnLimits { Turn = TimeSpan.FromMilliseconds(50) } };

        var response = await host.PostAsync(CoachHost.Message());

        Assert.Equal(host.Services.GetRequiredService<TurnSorry>().Text(null), await CoachHost.FirstReplyAsync(response));
    }

    [Fact]
    public async Task Of_another_tenants_person_is_not_taken()
    {
        var bot = new ScriptedBot();
        await using var host = new CoachHost(bot, CoachHost.Credentials);
        var message = CoachHost.Message();
        message["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "someone-elses" } };

        var response = await host.PostAsync(message);

        Assert.Equal(403, (int)response.StatusCode);
        Assert.Empty(bot.Heard);
    }
}
