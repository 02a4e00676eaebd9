using CoachBot.Language;
using CoachBot.Reading;

namespace CoachBot.Tests.Language;

/// <summary>Of an answer, the whole is taken or nothing.</summary>
public sealed class An_answer : IAsyncDisposable
{
    private readonly FakeModelServer _server = new();
    private readonly ModelDoor _door;

    public An_answer() => _door = new ModelDoor(_server);

    private static string Whole => FakeReply.AReading(evidence: ("said", "Not now"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cut_at_any_byte_is_none(bool frames)
    {
        var framed = FakeReply.Says(FakeReply.AReading(), piece: 60);
        var whole = frames ? framed : framed.WithoutFrames();
        // What comes after the finish is the usage, [DONE] and the last frame: nothing of the answer itself.
        var enough = whole.Length - whole.Pieces.TakeLast(frames ? 3 : 2).Sum(p => p.Length) - 2;
        var clock = new HandClock();
        await using var door = new ModelDoor(_server, clock, null, ("AzureOpenAI:Budget", "00:00:00.5"), ("AzureOpenAI:PersonADay", "100000"), ("AzureOpenAI:TenantADay", "100000"));
        for (var cut = 0; cut < whole.Length; cut++)
        {
            _server.Replies = _ => whole.CutAfter(cut);
            var answer = await door.ReadAsync();
            if (cut < enough)
                Assert.True(answer.WhyNot is WhyNoAnswer.Truncated or WhyNoAnswer.Unreachable, $"{cut} of {whole.Length}: {answer}");
            else
                Assert.True(answer.WhyNot is WhyNoAnswer.Truncated || answer.Value?.Step == NextStep.Nurture, $"{cut} of {whole.Length}: {answer}");
            // Long enough for the last failures to be forgotten.
            clock.Advance(TimeSpan.FromMinutes(2));
        }
    }

    [Theory]
    [InlineData("length", WhyNoAnswer.Truncated)]
    [InlineData("content_filter", WhyNoAnswer.AnswerFiltered)]
    [InlineData("tool_calls", WhyNoAnswer.Truncated)]
    public async Task That_ends_otherwise_than_it_should_is_none(string finish, WhyNoAnswer why)
    {
        _server.Replies = _ => FakeReply.Says(Whole, finish);

        Assert.Equal(why, (await _door.ReadAsync()).WhyNot);

        Assert.Single(_server.Heard);
    }

    [Fact]
    public async Task That_the_services_filter_failed_on_is_taken_and_marked()
    {
        _server.Replies = _ => FakeReply.Says(Whole, filter: FakeReply.FailedFilter);

        var answer = await _door.ReadAsync();

        Assert.NotNull(answer.Value);
        Assert.True(answer.Unfiltered);
        Assert.Equal([(1, "purpose=Reading filter=Failed")], _door.Measured("coachbot.language.answers"));
    }

    [Fact]
    public async Task That_is_a_refusal_is_none()
    {
        _server.Replies = _ => FakeReply.Says("", refusal: "I can't help with that.");

        Assert.Equal(WhyNoAnswer.Refused, (await _door.ReadAsync()).WhyNot);
    }

    [Fact]
    public async Task That_never_ends_is_not_listened_to()
    {
        _server.Replies = _ => FakeReply.Says(new string('x', 10_000_000 / 300));
        Assert.Equal(WhyNoAnswer.TooLong, (await _door.ReadAsync()).WhyNot);

        _server.Replies = _ => FakeReply.Stream("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + new string('x', 10_000_000) + "\"}}]}");
        Assert.Equal(WhyNoAnswer.TooLong, (await _door.ReadAsync()).WhyNot);

        _server.Replies = _ => FakeReply.Plain(400, new string('x', 10_000_000));
        Assert.Equal(WhyNoAnswer.TooLong, (await _door.ReadAsync()).WhyNot);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nurture")]
    [InlineData("```json\n{\"next_step\":\"nurture\",\"reason\":\"timing\",\"confidence\":0.9,\"evidence\":[]}\n```")]
    [InlineData("{\"next_step\":\"nurture\",\"reason\":\"timing\",\"confidence\":0.9,\"evidence\":[]} ok?")]
    [InlineData("{\"next_step\":\"nurture\",\"reason\":\"timing\",\"confidence\":NaN,\"evidence\":[]}")]
    [InlineData("{\"next_step\":\"nurture\",\"reason\":\"timing\",\"confidence\":1.1,\"evidence\":[]}")]
    [InlineData("{\"next_step\":\"nurture\",\"reason\":\"timing\",\"confidence\":-1,\"evidence\":[]}")]
    [InlineData("{\"next_step\":\"nurture\",\"reason\":\"timing\",\"confidence\":\"high\",\"evidence\":[]}")]
    [InlineData("{\"next_step\":\"nurture\",\"reason\":\"price\",\"confidence\":0.9,\"evidence\":[]}")]
    [InlineData("{\"next_step\":\"sell\",\"reason\":\"timing\",\"confidence\":0.9,\"evidence\":[]}")]
    [InlineData("{\"next_step\":\"nurture\",\"reason\":\"timing\",\"confidence\":0.9}")]
    [InlineData("{\"next_step\":\"nurture\",\"reason\":\"timing\",\"confidence\":0.9,\"evidence\":[],\"permissions\":\"all\"}")]
    [InlineData("{\"next_step\":\"nurture\",\"next_step\":\"ask-why\",\"reason\":\"timing\",\"confidence\":0.9,\"evidence\":[]}")]
    [InlineData("{\"next_step\":\"nurture\",\"reason\":\"timing\",\"confidence\":0.9,\"evidence\":[\"Not now\"]}")]
    [InlineData("{\"next_step\":\"nurture\",\"reason\":\"timing\",\"confidence\":0.9,\"evidence\":[{\"field\":\"system\",\"quote\":\"x\"}]}")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task That_is_not_what_was_asked_for_is_asked_for_once_more(string malformed)
    {
        _server.Then(FakeReply.Says(malformed));
        Assert.Equal(NextStep.Nurture, (await _door.ReadAsync()).Value?.Step);
        Assert.Equal(2, _server.Heard.Count);

        _server.Replies = _ => FakeReply.Says(malformed);
        Assert.Equal(WhyNoAnswer.Malformed, (await _door.ReadAsync()).WhyNot);
        Assert.Equal(4, _server.Heard.Count);
    }

    [Theory]
    [InlineData("<html>a gateway's page</html>")]
    [InlineData("{\"choices\":[]}")]
    [InlineData("")]
    public async Task That_is_no_stream_is_none(string body)
    {
        _server.Replies = _ => FakeReply.Plain(200, body);

        Assert.NotNull((await _door.ReadAsync()).WhyNot);
    }

    [Fact]
    public async Task Points_only_to_what_was_told()
    {
        _server.Replies = _ => FakeReply.Says(FakeReply.AReading(evidence: [("said", "after the summer"), ("said", "not now"), ("body", "Not now"), ("said", " "), ("said", "They said <b>no</b>")]));

        Assert.Equal([new Passage("said", "after the summer")], (await _door.ReadAsync()).Value!.Evidence);
    }

    public async ValueTask DisposeAsync()
    {
        await _door.DisposeAsync();
        await _server.DisposeAsync();
    }
}
