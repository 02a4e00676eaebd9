using System.ComponentModel.DataAnnotations;
using CoachBot.Channels;
using CoachBot.MyData;
using CoachBot.Tests.Debrief;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Quartz;

namespace CoachBot.Tests.MyData;

/// <summary>What was told long ago.</summary>
public sealed class What_was_told_long_ago : IAsyncDisposable
{
    private static readonly ANo Quiet = new("Please don't contact me again.");

    private DataHouse _house = null!;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Goes_kind_by_kind_on_its_day_and_the_promise_is_kept(bool onServer)
    {
        _house = await DataHouse.OpenAsync(onServer);
        await AStory.TellAsync(_house);
        var rep = _house.Rep(AStory.Rep, "conv-zorblatt");

        await AfterAsync(days: 15);
        await _house.Host.AskAsync(async database =>
        {
            Assert.False(await database.Outbox.AnyAsync());
            Assert.False(await database.Inbox.AnyAsync());
            Assert.False(await database.Conversations.AnyAsync(c => c.Key.Contains("19:group")));
            return 0;
        });
        await StandsAsync("brambletuck", "wozzlebert");
        // On a server the clock is the server's, and what was told in the tests' March is old at once.
        if (!onServer)
            await StandsAsync("grumbleworth", "quibblemere");

        await AfterAsync(days: 170);
        await IsGoneAsync("grumbleworth", "vorplefinch");
        await IsGoneAsync("quibblemere");
        await StandsAsync("brambletuck", "xylofern", "wozzlebert", "zangledore");
        await rep.SaysAsync("hi");

        await AfterAsync(days: 590);
        await IsGoneAsync("brambletuck", "xylofern", "zangledore", "trunkelday", "snorvelplum");
        await StandsAsync("kwisatz", "wozzlebert");

        await AfterAsync(days: 200);
        await IsGoneAsync([.. AStory.Words]);
        await rep.SaysAsync("debrief", "a plan");
        Assert.Contains("not to be contacted, and that stands", await rep.AsksAsync("Wozzlebert"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_take_what_is_new_along()
    {
        _house = await DataHouse.OpenAsync();
        var rep = _house.Rep(AStory.Rep, "conv-zorblatt");
        await rep.TellsAsync(Quiet with { Customer = "Quillabee", Reply = "I said grumbleworth" });
        await rep.SaysAsync("that fits", "go on", "skip", "skip");
        await AfterAsync(days: 100);
        await rep.TellsAsync(Quiet with { Customer = "Lumpkinder", Reply = "I said zangledore" });
        await rep.SaysAsync("that fits", "go on", "skip", "skip");
        await rep.SaysAsync("debrief", "quibblemere offer");

        await AfterAsync(days: 100);

        await IsGoneAsync("grumbleworth");
        await StandsAsync("zangledore", "quibblemere");
        await rep.SaysAsync("Wozzlebert");
        await StandsAsync("Wozzlebert");
    }

    [Fact]
    public async Task Is_looked_for_every_day_at_the_time_that_is_set()
    {
        _house = await DataHouse.OpenAsync(settings: ("Retention:At", "04:45"));
        _house.Host.CreateClient();

        var scheduler = await _house.Host.Get<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        var trigger = await scheduler.GetTrigger(new TriggerKey("at-its-time"), TestContext.Current.CancellationToken);

        Assert.Equal(new TimeSpan(4, 45, 0), trigger!.GetFireTimeAfter(_house.Clock.GetUtcNow())!.Value.UtcDateTime.TimeOfDay);
    }

    [Theory]
    [InlineData("Retention:Words", "0", "Retention__Words=180")]
    [InlineData("Retention:Messages", "6", "Retention__Messages=14")]
    [InlineData("Retention:At", "25:00", "Retention__At=03:30")]
    [InlineData("PublicUrl", "http://coach.example.com", "PublicUrl=https://coach.example.com")]
    public void Is_kept_for_no_time_that_makes_no_sense(string setting, string value, string example)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(setting, (string?)value)]).Build();
        object options = setting == "PublicUrl" ? settings.Get<ChannelSettings>()! : settings.GetSection("Retention").Get<RetentionSettings>()!;
        List<ValidationResult> mistakes = [];

        Assert.False(Validator.TryValidateObject(options, new ValidationContext(options), mistakes, validateAllProperties: true));

        Assert.Contains(example, Assert.Single(mistakes).ErrorMessage, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _house?.DisposeAsync() ?? ValueTask.CompletedTask;

    // The program is started again, as after a night without power: what is due is done at the start.
    private async Task AfterAsync(int days)
    {
        if (_house.IsOnServer)
            await _house.AgeAsync(TimeSpan.FromDays(days));
        else
            _house.Clock.Advance(TimeSpan.FromDays(days));
        await _house.RestartAsync();
        var since = (_house.IsOnServer ? TimeProvider.System : _house.Clock).GetUtcNow().AddDays(-1);
        await _house.Host.UntilAsync(async database => await database.Chores.AnyAsync(c => c.Done >= since) && !await database.Erasures.AnyAsync());
    }

    private async Task IsGoneAsync(params string[] words)
    {
        foreach (var place in (string[])[await _house.DumpAsync(), _house.Bytes()])
            Assert.All(words, word => Assert.DoesNotContain(word, place, StringComparison.OrdinalIgnoreCase));
    }

    private async Task StandsAsync(params string[] words)
    {
        var left = await _house.DumpAsync();
        Assert.All(words, word => Assert.Contains(word, left, StringComparison.OrdinalIgnoreCase));
    }
}
