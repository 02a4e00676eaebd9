using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CoachBot.Benchmarks.Load;

/// <summary>Talks to the server as one person of a channel does: a line, its answer, the next line.</summary>
public sealed class VirtualPerson(int number, LoadOptions options, HttpClient http, LocalConnector? connector, Tally tally)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private int _turns;
    private int _people;

    public async Task TalkAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (_people == 0 || options.Scenario.FreshPerson)
                _people++;
            foreach (var line in options.Scenario.Lines)
            {
                if (stop.IsCancellationRequested)
                    return;
                if (!await TurnAsync(line))
                    break;
            }
        }
    }

    private async Task<bool> TurnAsync(string line)
    {
        var conversation = $"a:bench-{number}-{_people}";
        var body = Encoding.UTF8.GetBytes(Message(line, conversation));
        var replies = connector?.Open(conversation, line == options.Scenario.Lines[^1] ? options.Scenario.Ends : "");
        var began = Stopwatch.GetTimestamp();
        string? wrong;
        try
        {
            wrong = await SendAsync(body, line, replies).WaitAsync(Patience);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutException or JsonException or IOException)
        {
            wrong = e.Message;
        }

        tally.Add(Stopwatch.GetElapsedTime(began), wrong is null ? null : $"'{line}': {wrong}");
        return wrong is null;
    }

    // What was wrong with the answer; null when it was right.
    private async Task<string?> SendAsync(byte[] body, string line, ReplyBox? replies)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        using var answer = await http.PostAsync(new Uri("api/messages", UriKind.Relative), content);
        var json = await answer.Content.ReadAsByteArrayAsync();
        if (answer.StatusCode != HttpStatusCode.OK)
            return $"answered with {(int)answer.StatusCode}";
        var heard = replies is null ? Replies(json) : await replies.AllAsync();
        if (heard.Count == 0)
            return "no reply";
        return line != options.Scenario.Lines[^1] || heard.Any(r => r.Contains(options.Scenario.Ends, StringComparison.Ordinal))
            ? null
            : $"the last reply does not hold '{options.Scenario.Ends}'";
    }

    private static List<string> Replies(byte[] json)
    {
        using var answer = JsonDocument.Parse(json);
        return [.. answer.RootElement.GetProperty("activities").EnumerateArray().Select(a => a.GetRawText())];
    }

    // As Teams writes it, see the recorded traffic in Bot.Tests/BotFramework.
    private string Message(string line, string conversation) => $$"""
        {
          "type": "message", "text": {{JsonSerializer.Serialize(line)}}, "textFormat": "plain", "locale": "en-US",
          "id": "bench-{{number}}-{{++_turns}}", "channelId": "msteams", "serviceUrl": "{{connector?.Address ?? "http://127.0.0.1:9/"}}",
          "deliveryMode": "{{(connector is null ? "expectReplies" : "normal")}}",
          "timestamp": "2026-11-22T03:55:32.438Z", "localTimestamp": "2026-11-22T03:55:32.438+00:00", "localTimezone": "UTC",
          "from": { "id": "29:bench-{{number}}-{{_people}}", "name": "Alex Wilber", "aadObjectId": "00000000-0000-0000-0000-000000000020" },
          "recipient": { "id": "28:coach", "name": "CoachBot" },
          "conversation": { "conversationType": "personal", "tenantId": "00000000-0000-0000-0000-000000000001", "id": "{{conversation}}" },
          "entities": [ { "type": "clientInfo", "locale": "en-US", "country": "US", "platform": "Web", "timezone": "UTC" } ],
          "channelData": { "tenant": { "id": "00000000-0000-0000-0000-000000000001" } }
        }
        """;
}
