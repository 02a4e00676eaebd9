using System.Text;
using CoachBot.Reading;
using CoachBot.Tests.Language;
using Microsoft.Extensions.Configuration;

namespace CoachBot.Tests.Reading;

public sealed class The_command_read_with_a_model : IAsyncDisposable
{
    private const string APlainNo = """{"id":"c1","channel":"call","said":"No thanks."}""";

    private readonly FakeModelServer _server = new();

    [Fact]
    public async Task Needs_one()
    {
        var ran = await RunAsync(APlainNo);

        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.Contains("AzureOpenAI__Endpoint", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needs_settings_that_can_be_used()
    {
        var ran = await RunAsync(APlainNo, ("AzureOpenAI:Endpoint", "ftp://nowhere"), ("AzureOpenAI:Deployment", "x"));

        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.Contains("AzureOpenAI:Endpoint", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weighs_its_opinion_in_and_quotes_what_it_points_to()
    {
        _server.Replies = _ => FakeReply.Says(FakeReply.AReading("close-gracefully", "no-need", 1, ("said", "we never print"), ("said", "made up")));
        const string told = """{"channel":"call","said":"Hm, we never print, you know."}""";

        var ran = await RunAsync(told, ModelDoor.SettingsFor(_server));

        var reading = Assert.Single(ran.Readings);
        var expected = new ReadingGuard(Prompts.Rules).Combine(NoCase.Parse(told), Prompts.Reader.Read(NoCase.Parse(told)), new ModelReading(NextStep.CloseGracefully, Reason.NoNeed, 1, [new Passage("said", "we never print")]));
        Assert.Equal((0, expected.Step.Key()), (ran.ExitCode, reading.GetProperty("next_step").GetString()));
        Assert.DoesNotContain("made up", ran.Output, StringComparison.Ordinal);
        Assert.Contains("gave an opinion on 1 of 1 cases.", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_no_model_lift_a_request_for_silence()
    {
        _server.Replies = _ => FakeReply.Says(FakeReply.AReading("nurture", "timing", 1));

        var ran = await RunAsync("""{"channel":"call","said":"Please never call me again."}""", ModelDoor.SettingsFor(_server));

        Assert.Equal("honour-no", Assert.Single(ran.Readings).GetProperty("next_step").GetString());
    }

    [Fact]
    public async Task Reads_offline_where_it_fails_and_says_how_often()
    {
        _server.Then(FakeReply.Says(FakeReply.AReading("ask-why", "none-given")), FakeReply.Error(400, "content_filter"), FakeReply.Says(FakeReply.AReading(), finish: "length"));

        var ran = await RunAsync($"{APlainNo}\n{APlainNo}\n{APlainNo}", ModelDoor.SettingsFor(_server));

        Assert.Equal((0, 3, 3), (ran.ExitCode, ran.Readings.Count, _server.Heard.Count));
        var offline = Prompts.Reader.Read(NoCase.Parse(APlainNo));
        Assert.All(ran.Readings.Skip(1), r => Assert.Equal(offline.Confidence, r.GetProperty("confidence").GetDouble()));
        Assert.Contains("gave an opinion on 1 of 3 cases; in 2 the offline reading stands: PromptFiltered 1, Truncated 1.", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_no_more_than_a_days_allowance()
    {
        var ran = await RunAsync($"{APlainNo}\n{APlainNo}\n{APlainNo}", [.. ModelDoor.SettingsFor(_server), ("AzureOpenAI:PersonADay", "1")]);

        Assert.Equal((0, 3, 1), (ran.ExitCode, ran.Readings.Count, _server.Heard.Count));
        Assert.Contains("OverTheCap 2", ran.Error, StringComparison.Ordinal);
        Assert.Contains("AzureOpenAI__PersonADay", ran.Error, StringComparison.Ordinal);
    }

    private static Task<The_command_read.Ran> RunAsync(string input, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build();
        return The_command_read.RunAsync(Encoding.UTF8.GetBytes(input), ["--reader", "model"], configuration);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
