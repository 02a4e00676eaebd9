using CoachBot.Channels.Turns;
using CoachBot.Storage.Tables;
using CoachBot.Tests.Storage;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace CoachBot.Tests.Channels.Turns;

/// <summary>A program that is told to stop.</summary>
public sealed class A_program_that_is_told_to_stop : IDisposable
{
    private readonly TemporaryFile _file = new();
    private readonly FakeChannel _channel = new();
    private readonly TaskCompletionSource _begun = new();
    private readonly TaskCompletionSource _go = new();

    [Fact]
    public async Task Takes_nothing_new_says_so_and_finishes_what_it_has()
    {
        await using var host = new TurnHost(Slow(), _channel, _file.Path);
        await host.PostAsync(TurnHost.Message("1"));
        await host.PostAsync(TurnHost.Message("2"));
        await _begun.Task;
        Assert.Equal((200, 200), (await AskAsync(host, "ready"), await AskAsync(host, "live")));

        host.Get<IHostApplicationLifetime>().StopApplication();

        Assert.Equal(503, await host.PostAsync(TurnHost.Message("3")));
        Assert.Equal((503, 200), (await AskAsync(host, "ready"), await AskAsync(host, "live")));
        var stopping = host.DisposeAsync();
        _go.SetResult();
        await stopping;
        Assert.Equal(["1", "2"], _channel.Texts);
    }

    [Fact]
    public async Task Hands_back_what_it_has_no_time_for()
    {
        await using (var host = new TurnHost(Slow(), _channel, _file.Path) { Limits = new TurnLimits { Drain = TimeSpan.FromMilliseconds(50), HandBack = TimeSpan.FromSeconds(20) } })
        {
            await host.PostAsync(TurnHost.Message("1"));
            await host.PostAsync(TurnHost.Message("2"));
            await _begun.Task;
            var stopping = host.DisposeAsync();
            await Task.Delay(300, TestContext.Current.CancellationToken);
            _go.SetResult();
            await stopping;
        }

        Assert.Equal(["1"], _channel.Texts);
        await using var next = new TurnHost(Slow(), _channel, _file.Path);
        next.CreateClient();
        await next.SettledAsync();
        Assert.Equal(["1", "2"], _channel.Texts);
        Assert.Equal(2, await next.AskAsync(open => open.Inbox.CountAsync(i => i.Status == InboxStatus.Done)));
    }

    [Fact]
    public async Task Is_alive_but_not_ready_when_its_database_has_other_tables()
    {
        await using var host = new TurnHost(Slow(), _channel, _file.Path);
        host.CreateClient();
        await host.AskAsync(open => open.Database.ExecuteSqlAsync($"UPDATE migrations SET number = number + 100 WHERE number = 1"));

        Assert.Equal((503, 200), (await AskAsync(host, "ready"), await AskAsync(host, "live")));
    }

    public void Dispose() => _file.Dispose();

    private ScriptedBot Slow() => new(async (turn, cancel) =>
    {
        _begun.TrySetResult();
        await _go.Task;
        await turn.SendActivityAsync(MessageFactory.Text(turn.Activity.Text), cancel);
    });

    private static async Task<int> AskAsync(TurnHost host, string what) =>
        (int)(await host.CreateClient().GetAsync(new Uri($"/health/{what}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode;
}
