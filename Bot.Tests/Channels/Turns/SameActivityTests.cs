using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CoachBot.Tests.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoachBot.Tests.Channels.Turns;

/// <summary>An activity that comes again.</summary>
public sealed class An_activity_that_comes_again : IDisposable
{
    private readonly TemporaryFile _file = new();
    private readonly FakeChannel _channel = new();
    private readonly ScriptedBot _bot = new();

    [Fact]
    public async Task At_once_or_late_has_one_effect_and_is_acknowledged_each_time()
    {
        await using var host = new TurnHost(_bot, _channel, _file.Path);
        var message = TurnHost.Message("hello");

        var statuses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.PostAsync(message)));
        await host.SettledAsync();
        var late = await host.PostAsync(message);
        await host.SettledAsync();

        Assert.All([.. statuses, late], status => Assert.Equal(200, status));
        Assert.Equal(["Echo: hello"], _channel.Texts);
    }

    [Fact]
    public async Task After_a_restart_has_no_second_effect()
    {
        var message = TurnHost.Message("hello");
        await using (var host = new TurnHost(_bot, _channel, _file.Path))
        {
            await host.PostAsync(message);
            await host.SettledAsync();
        }

        await using var again = new TurnHost(_bot, _channel, _file.Path);
        Assert.Equal(200, await again.PostAsync(message));
        await again.SettledAsync();

        Assert.Single(_channel.Texts);
        Assert.Single(_bot.Heard);
    }

    [Fact]
    public async Task To_two_replicas_at_once_has_one_effect()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        await using (var one = new TurnHost(_bot, _channel, database))
        await using (var other = new TurnHost(_bot, _channel, database))
        {
            one.CreateClient();
            for (var n = 0; n < 10; n++)
            {
                var message = TurnHost.Message($"{n}");
                Assert.All(await Task.WhenAll(one.PostAsync(message), other.PostAsync(message), one.PostAsync(message)), status => Assert.Equal(200, status));
            }

            await one.SettledAsync();
        }

        await PostgresServer.DropAsync(database);
        Assert.Equal(Enumerable.Range(0, 10).Select(n => $"Echo: {n}"), _channel.Texts);
    }

    [Fact]
    public async Task As_a_press_under_another_id_is_answered_the_same_and_has_one_effect()
    {
        var presses = 0;
        var bot = new ScriptedBot(async (turn, cancel) =>
        {
            var count = Interlocked.Increment(ref presses);
            await turn.SendActivityAsync(MessageFactory.Text("pressed"), cancel);
            await turn.SendActivityAsync(new Activity { Type = ActivityTypesEx.InvokeResponse, Value = new InvokeResponse { Status = 200, Body = new { count } } }, cancel);
        });
        await using var host = new TurnHost(bot, _channel, _file.Path);

        var first = await host.AnswerAsync(Press("press-1", "n-1"));
        var again = await host.AnswerAsync(Press("press-2", "n-1"));
        var another = await host.AnswerAsync(Press("press-3", "n-2"));
        await host.SettledAsync();

        Assert.Equal(1, await CountAsync(first));
        Assert.Equal(1, await CountAsync(again));
        Assert.Equal(2, await CountAsync(another));
        Assert.Equal(2, _channel.Texts.Count());
    }

    public void Dispose() => _file.Dispose();

    private static JsonObject Press(string id, string nonce)
    {
        var press = TurnHost.Message(id: id);
        press["type"] = "invoke";
        press["name"] = "adaptiveCard/action";
        press["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["data"] = new JsonObject { ["nonce"] = nonce, ["answer"] = "yes" } } };
        return press;
    }

    private static async Task<int> CountAsync(HttpResponseMessage response) =>
        (int)(await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["count"]!;
}
