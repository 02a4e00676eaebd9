using System.Collections.Concurrent;
using System.Text;
using CoachBot.Tests.Debrief;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace CoachBot.Tests.Language;

/// <summary>What the model costs can be watched from outside.</summary>
public sealed class The_meters
{
    [Fact]
    public async Task Reach_a_collector_without_a_word_of_what_was_said()
    {
        var received = new ConcurrentQueue<(string Path, string Body)>();
        await using var collector = await CollectorAsync(received);
        await using var server = new FakeModelServer();
        var coach = new CoachApp
        {
            Settings = [.. ModelDoor.SettingsFor(server), ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.First()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")],
        };
        await coach.Chat("rep-with-a-name").TellsAsync(new ANo("The stars aren't lined up for us this quarter."));

        await coach.DisposeAsync();

        var metrics = Assert.Single(received, r => r.Path == "/v1/metrics").Body;
        Assert.All((string[])["coachbot.language.tokens", "coachbot.language.latency", "coachbot.language.answers", "Reading", "coachbot.turns.duration"], name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        var body = string.Concat(received.Select(r => r.Path + r.Body));
        Assert.Contains("/v1/traces", body, StringComparison.Ordinal);
        Assert.All((string[])["stars", "quarter", "maintenance", "Anna", "rep-with-a-name", ModelDoor.Key], text => Assert.DoesNotContain(text, body, StringComparison.Ordinal));
    }

    private static async Task<WebApplication> CollectorAsync(ConcurrentQueue<(string, string)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var collector = builder.Build();
        collector.MapPost("/{**path}", async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            received.Enqueue((http.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }
}
