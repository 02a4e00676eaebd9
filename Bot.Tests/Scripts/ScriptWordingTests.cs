using CoachBot.Scripts;
using CoachBot.Tests.Language;

namespace CoachBot.Tests.Scripts;

/// <summary>Asking the door for a wording.</summary>
public sealed class A_wording : IAsyncDisposable
{
    private static readonly (string Move, string Text)[] Good =
        [("accept", "Thank you, {customer}. A no is fine with me."), ("ask", "What made you decide that way?"), ("room", "It may be the timing, the cost, or something I left unclear.")];

    private readonly FakeModelServer _server = new();
    private readonly HandClock _clock = new();
    private readonly ModelDoor _door;

    public A_wording()
    {
        _server.Replies = _ => FakeReply.Says(FakeReply.AWording(Good));
        _door = new ModelDoor(_server, _clock);
    }

    [Fact]
    public async Task Comes_with_the_customers_name_in_its_place()
    {
        var answer = await AskAsync(Wordings.Cases["ask-why"]);

        Assert.Equal(["Thank you, Anna. A no is fine with me.", .. Good.Skip(1).Select(l => l.Text)], answer.Lines!.Select(l => l.Text));
        Assert.Empty(_door.Measured("coachbot.language.refusals"));
    }

    [Fact]
    public async Task Is_refused_where_it_names_a_customer_whose_name_is_not_known()
    {
        var answer = await AskAsync(Wordings.Cases["ask-why"] with { Customer = "the buyer" });

        Assert.Equal((null, true), (answer.Lines, answer.WasAsked));
        Assert.Equal("", (string?)_server.Heard.Single().Data["name"]);
        Assert.Equal([(1, "purpose=Wording reason=Blank")], _door.Measured("coachbot.language.refusals"));
    }

    [Fact]
    public async Task That_is_refused_is_counted_by_its_reason_and_written_down_nowhere()
    {
        _server.Replies = _ => FakeReply.Says(FakeReply.AWording([("accept", "Thank you, but you're making a mistake, kingfisher."), .. Good.Skip(1)]));

        Assert.Null((await AskAsync(Wordings.Cases["ask-why"])).Lines);

        Assert.Equal([(1, "purpose=Wording reason=Arguing")], _door.Measured("coachbot.language.refusals"));
        Assert.DoesNotContain("kingfisher", _door.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_waited_for_three_seconds_and_no_longer()
    {
        _server.Replies = _ => FakeReply.Silence;

        var asked = AskAsync(Wordings.Cases["ask-why"]);
        while (_server.Heard.IsEmpty)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(3));

        var answer = await asked;
        Assert.Equal((null, true), (answer.Lines, answer.WasAsked));
        Assert.Equal([(3, "purpose=Wording")], _door.Measured("coachbot.language.latency"));
    }

    [Fact]
    public async Task Is_not_asked_for_without_a_model()
    {
        await using var alone = new ModelDoor(null);

        var answer = await alone.Get<ScriptWording>().AskAsync(Wordings.Cases["ask-why"], ModelDoor.Rep, TestContext.Current.CancellationToken);

        Assert.Equal((null, false), (answer.Lines, answer.WasAsked));
    }

    private Task<WordingAnswer> AskAsync(ScriptRequest request) =>
        _door.Get<ScriptWording>().AskAsync(request, ModelDoor.Rep, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _door.DisposeAsync();
        await _server.DisposeAsync();
    }
}
