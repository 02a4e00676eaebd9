using CoachBot.Language;

namespace CoachBot.Tests.Language;

/// <summary>When the model's service fails, whoever asked hears why, in time, and never by an exception.</summary>
public sealed class A_failing_model : IAsyncDisposable
{
    private readonly FakeModelServer _server = new();
    private readonly HandClock _clock = new();
    private readonly ModelDoor _door;

    public A_failing_model() => _door = new ModelDoor(_server, _clock);

    private static string Whole => FakeReply.AReading(evidence: ("said", "Not now"));

    [Fact]
    public async Task Is_the_exception()
    {
        _server.Then(FakeReply.Says(Whole));

        var answer = await _door.ReadAsync();

        Assert.Null(answer.WhyNot);
        Assert.Equal("Not now", answer.Value!.Evidence[0].Quote);
        Assert.Equal([(912, "direction=In purpose=Reading"), (41, "direction=Out purpose=Reading")], _door.Measured("coachbot.language.tokens"));
        Assert.Equal([(1, "purpose=Reading filter=Worked")], _door.Measured("coachbot.language.answers"));
    }

    [Theory]
    [InlineData(401, "invalid_api_key", WhyNoAnswer.BadKey)]
    [InlineData(403, "forbidden", WhyNoAnswer.BadKey)]
    [InlineData(404, "DeploymentNotFound", WhyNoAnswer.Rejected)]
    [InlineData(400, "invalid_request", WhyNoAnswer.Rejected)]
    [InlineData(400, "content_filter", WhyNoAnswer.PromptFiltered)]
    public async Task Is_not_asked_again_when_it_would_say_the_same(int status, string code, WhyNoAnswer why)
    {
        _server.Replies = _ => FakeReply.Error(status, code);

        Assert.Equal(why, (await _door.ReadAsync()).WhyNot);

        Assert.Single(_server.Heard);
        Assert.Equal([(1, $"purpose=Reading reason={why}")], _door.Measured("coachbot.language.fallbacks"));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Is_asked_again_when_it_says_how_long_to_wait_and_that_fits(int status)
    {
        _server.Then(FakeReply.Error(status, "busy", headers: ("Retry-After", "2")), FakeReply.Says(Whole));

        var asked = _door.ReadAsync();
        await _clock.WhenWaitingAdvanceAsync(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1.9));
        Assert.Single(_server.Heard);
        await _clock.WhenWaitingAdvanceAsync(TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(0.1));

        Assert.NotNull((await asked).Value);
        Assert.Equal(2, _server.Heard.Count);
    }

    [Theory]
    [InlineData("Retry-After", "4")]
    [InlineData("Retry-After", "3600")]
    [InlineData("Retry-After", "Mon, 02 Mar 2026 09:10:00 GMT")]
    [InlineData("retry-after-ms", "3600")]
    public async Task Is_left_alone_at_once_when_the_wait_is_longer_than_the_budget(string header, string value)
    {
        _server.Replies = _ => FakeReply.Error(429, "rate_limit_exceeded", headers: (header, value));

        Assert.Equal(WhyNoAnswer.Throttled, (await _door.ReadAsync()).WhyNot);

        Assert.Single(_server.Heard);
    }

    [Fact]
    public async Task Is_asked_three_times_at_most()
    {
        _server.Replies = _ => FakeReply.Plain(503, "<html>busy</html>");

        var asked = _door.ReadAsync();
        for (var wait = 0; wait < 2; wait++)
            await _clock.WhenWaitingAdvanceAsync(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        Assert.Equal(WhyNoAnswer.ServerFailed, (await asked).WhyNot);
        Assert.Equal(3, _server.Heard.Count);
    }

    [Fact]
    public async Task Is_waited_for_no_longer_than_the_budget()
    {
        _server.Replies = _ => FakeReply.Silence;

        var asked = _door.ReadAsync();
        while (_server.Heard.IsEmpty)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(WhyNoAnswer.TimedOut, (await asked).WhyNot);
        Assert.Equal([(4, "purpose=Reading")], _door.Measured("coachbot.language.latency"));
    }

    [Fact]
    public async Task Is_not_listened_to_any_longer_when_it_only_dribbles()
    {
        _server.Replies = _ => FakeReply.Says(Whole).CutAfter(1500) with { Hangs = true };

        var asked = _door.ReadAsync();
        while (_server.Heard.IsEmpty)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.False(asked.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(2));

        var answer = await asked;
        Assert.Equal(WhyNoAnswer.TimedOut, answer.WhyNot);
        Assert.Null(answer.Value);
    }

    [Fact]
    public async Task Is_not_waited_for_when_the_turn_is_over()
    {
        _server.Replies = _ => FakeReply.Silence;
        using var turn = new CancellationTokenSource();

        var asked = _door.ReadAsync(cancellationToken: turn.Token);
        while (_server.Heard.IsEmpty)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        await turn.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task May_reset_the_connection()
    {
        _server.Then(FakeReply.ResetByPeer, FakeReply.Says(Whole));

        var asked = _door.ReadAsync();
        await _clock.WhenWaitingAdvanceAsync(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        Assert.NotNull((await asked).Value);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/v1")]
    [InlineData("https://no-such-host.invalid/v1")]
    public async Task May_not_be_there_at_all(string endpoint)
    {
        await using var door = new ModelDoor(_server, null, null, ("AzureOpenAI:Endpoint", endpoint), ("AzureOpenAI:Budget", "00:00:01"));

        Assert.Contains((await door.ReadAsync()).WhyNot, (WhyNoAnswer?[])[WhyNoAnswer.Unreachable, WhyNoAnswer.TimedOut]);
    }

    [Theory]
    [InlineData("https://169.254.169.254/v1")]
    [InlineData("https://[fe80::1]/v1")]
    [InlineData("https://[::ffff:169.254.169.254]/v1")]
    public async Task Is_not_looked_for_where_a_machine_keeps_its_credentials(string endpoint)
    {
        await using var door = new ModelDoor(_server, null, null, ("AzureOpenAI:Endpoint", endpoint), ("AzureOpenAI:Budget", "00:00:00.5"));

        Assert.Equal(WhyNoAnswer.Unreachable, (await door.ReadAsync()).WhyNot);
    }

    [Fact]
    public async Task Is_not_followed_to_another_place()
    {
        await using var elsewhere = new FakeModelServer();
        _server.Replies = _ => FakeReply.Plain(307, "", headers: ("Location", elsewhere.Address + "/chat/completions"));

        Assert.NotNull((await _door.ReadAsync()).WhyNot);

        Assert.Empty(elsewhere.Heard);
    }

    [Fact]
    public async Task Is_left_alone_for_a_while_and_then_tried_again()
    {
        _server.Replies = _ => FakeReply.Error(401, "invalid_api_key");
        for (var failure = 0; failure < 4; failure++)
            Assert.Equal(WhyNoAnswer.BadKey, (await _door.ReadAsync()).WhyNot);

        // For ten minutes everything fails: hardly anything is sent, and every answer comes at once.
        for (var minute = 0; minute < 10; minute++)
        {
            Assert.Equal(WhyNoAnswer.Resting, (await _door.ReadAsync()).WhyNot);
            _clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(WhyNoAnswer.BadKey, (await _door.ReadAsync()).WhyNot);
        }

        Assert.Equal(14, _server.Heard.Count);
        _clock.Advance(TimeSpan.FromMinutes(1));
        _server.Replies = _ => FakeReply.Says(Whole);
        Assert.NotNull((await _door.ReadAsync()).Value);
        Assert.NotNull((await _door.ReadAsync()).Value);
    }

    [Fact]
    public async Task Rests_after_time_outs_too()
    {
        _server.Replies = _ => FakeReply.Silence;
        for (var failure = 1; failure <= 4; failure++)
        {
            var asked = _door.ReadAsync();
            while (_server.Heard.Count < failure)
                await Task.Delay(1, TestContext.Current.CancellationToken);
            _clock.Advance(TimeSpan.FromSeconds(4));
            Assert.Equal(WhyNoAnswer.TimedOut, (await asked).WhyNot);
        }

        Assert.Equal(WhyNoAnswer.Resting, (await _door.ReadAsync()).WhyNot);
    }

    [Fact]
    public async Task Leaves_nothing_in_any_log()
    {
        _server.Then(
            FakeReply.Says(Whole), FakeReply.Error(400, "content_filter", "you said: Not now, maybe after the summer."), FakeReply.Error(401, "invalid_api_key", $"wrong key {ModelDoor.Key}"),
            FakeReply.Says("not json", finish: "stop"), FakeReply.Says("nor this"), FakeReply.Says(Whole).CutAfter(900));
        for (var asked = 0; asked < 5; asked++)
            await _door.ReadAsync();

        Assert.All((string[])[ModelDoor.Key, "summer", "maintenance", "nurture", "not json"], text => Assert.DoesNotContain(text, _door.Log.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Is_not_there_without_settings()
    {
        await using var door = new ModelDoor(null);

        Assert.Equal(WhyNoAnswer.NotConfigured, (await door.ReadAsync()).WhyNot);

        Assert.Empty(door.Measured("coachbot.language.fallbacks"));
    }

    public async ValueTask DisposeAsync()
    {
        await _door.DisposeAsync();
        await _server.DisposeAsync();
    }
}
