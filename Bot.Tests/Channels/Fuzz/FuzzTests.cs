using System.Net.Http.Headers;
using CoachBot.Tests.BotFramework.Wire;
using CoachBot.Tests.Channels.Turns;

namespace CoachBot.Tests.Channels.Fuzz;

/// <summary>Activities that no channel sends. A hundred thousand of them: dotnet run -c Release --project Bot.Benchmarks -- fuzz</summary>
public sealed class Activities_that_no_channel_sends
{
    private static readonly int[] Expected = [200, 400, 401, 403, 413, 429, 501];

    [Fact]
    public async Task Are_refused_or_worked_on_or_parked_and_none_is_left()
    {
        await using var app = new CoachApp { Connector = new Line(new FakeChannel()), Settings = [("Intake:PerSecondAndConversation", "10000"), ("Sends:PerSecondAndTenant", "1000")] };
        using var http = app.CreateClient();
        string[] recorded = [.. Recording.Named("in-*").Select(row => new Recording(row.Data)).Where(r => r.HasBody).Select(r => r.Body.ToJsonString())];
        var mutator = new Mutator(recorded, CoachHost.Smba, seed: 1);
        var statuses = new List<int>();

        for (var n = 0; n < 600; n++)
        {
            var body = mutator.Next();
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var answer = await http.PostAsync(new Uri("/api/messages", UriKind.Relative), content, TestContext.Current.CancellationToken);
            statuses.Add((int)answer.StatusCode);
            Assert.True(Expected.Contains(statuses[^1]), $"{statuses[^1]} to: {System.Text.Encoding.UTF8.GetString(body)}");
        }

        await app.SettledAsync();
        Assert.InRange(statuses.Count(status => status == 200), 100, 500);
    }
}
