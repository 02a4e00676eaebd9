using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using CoachBot.Channels.Turns;

namespace CoachBot.Tests.Channels;

/// <summary>A body that no channel sends.</summary>
public sealed class InboundGuardTests(Doors doors) : IClassFixture<Doors>
{
    private const string Rest = "\"type\":\"message\",\"channelId\":\"msteams\",\"conversation\":{\"id\":\"a\"},\"from\":{\"id\":\"b\"},\"recipient\":{\"id\":\"c\"},\"deliveryMode\":\"expectReplies\"";

    [Theory]
    [InlineData("")]
    [InlineData("this is not json")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("\"message\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"type\":null}")]
    [InlineData("{\"type\":\"\"}")]
    [InlineData("{\"type\":5}")]
    [InlineData("{" + Rest + "")]
    [InlineData("{" + Rest + "}{}")]
    [InlineData("\uFEFF{" + Rest + "}")]
    [InlineData("{" + Rest + ",\"type\":\"invoke\"}")]
    [InlineData("{" + Rest + ",\"Type\":\"invoke\"}")]
    [InlineData("{" + Rest + ",\"\\u0074ype\":\"invoke\"}")]
    [InlineData("{" + Rest + ",\"channelData\":{\"a\":1,\"b\":{},\"a\":2}}")]
    [InlineData("{" + Rest + ",\"value\":NaN}")]
    [InlineData("{" + Rest + ",\"value\":1e999}")]
    [InlineData("{" + Rest + ",\"text\":\"\\ud83d\"}")]
    [InlineData("{" + Rest + ",\"text\":\"\\ude00\"}")]
    [InlineData("{" + Rest + ",\"text\":\"\\ud83dx\"}")]
    [InlineData("{" + Rest + ",\"text\":5}")]
    [InlineData("{" + Rest + ",\"text\":{}}")]
    [InlineData("{" + Rest + ",\"serviceUrl\":[]}")]
    [InlineData("{" + Rest + ",\"entities\":{}}")]
    [InlineData("{" + Rest + ",\"attachments\":\"none\"}")]
    [InlineData("{\"type\":\"message\",\"conversation\":\"a\"}")]
    [InlineData("{\"type\":\"message\",\"from\":[]}")]
    public Task Is_refused(string body) => IsAnsweredAsync(400, Encoding.UTF8.GetBytes(body));

    [Theory]
    [InlineData(65)]
    [InlineData(100_000)]
    public Task Is_refused_when_it_is_too_deep(int depth) =>
        IsAnsweredAsync(400, Encoding.UTF8.GetBytes("{" + Rest + ",\"value\":" + new string('[', depth) + new string(']', depth) + "}"));

    [Fact]
    public Task Is_refused_when_an_object_has_thousands_of_names() =>
        IsAnsweredAsync(400, Encoding.UTF8.GetBytes("{" + Rest + ",\"value\":{" + string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"{i}\":1")) + "}}"));

    [Fact]
    public Task Is_refused_when_it_is_not_UTF8() =>
        IsAnsweredAsync(400, [.. Encoding.UTF8.GetBytes("{" + Rest + ",\"text\":\""), 0xC3, 0x28, (byte)'"', (byte)'}']);

    [Fact]
    public Task Is_refused_when_it_is_over_256_KiB() =>
        IsAnsweredAsync(413, Encoding.UTF8.GetBytes("{" + Rest + ",\"text\":\"" + new string('a', 1 << 20) + "\"}"));

    [Fact]
    public async Task Is_refused_when_it_is_packed()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes("{" + Rest + ",\"text\":\"" + new string('a', 1 << 20) + "\"}"), TestContext.Current.CancellationToken);
        var bot = new ScriptedBot();
        await using var host = new CoachHost(bot);
        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentEncoding.Add("gzip");

        var response = await host.CreateClient().PostAsync("/api/messages", content, TestContext.Current.CancellationToken);

        Assert.Equal(415, (int)response.StatusCode);
        Assert.Empty(bot.Heard);
    }

    [Fact]
    public async Task Is_refused_before_it_ends_when_it_never_does()
    {
        await using var host = Listening(new TurnLimits());
        using var socket = await SayAsync(host, "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
        var chunk = Encoding.ASCII.GetBytes("10000\r\n" + new string(' ', 0x10000) + "\r\n");
        for (var sent = 0; sent < 5; sent++)
            await socket.SendAsync(chunk, TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 413", await AnswerAsync(socket), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_refused_when_it_drips()
    {
        await using var host = Listening(new TurnLimits { Body = TimeSpan.FromMilliseconds(100) });
        using var socket = await SayAsync(host, "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n{");

        Assert.StartsWith("HTTP/1.1 408", await AnswerAsync(socket), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{" + Rest + ",\"text\":\"hi\",\"serviceUrl\":null,\"entities\":null,\"locale\":null}")]
    [InlineData("{" + Rest + ",\"text\":\"hi\",\"channelData\":{\"a\":{\"id\":1},\"b\":{\"id\":2},\"c\":[{\"id\":3},{\"id\":4}]}}")]
    [InlineData("{" + Rest + ",\"text\":\"hi\",\"id\":17,\"somethingNew\":{\"x\":[1,2.5e3,true,null]}}")]
    public Task Is_not_one_that_is_only_unusual(string body) => IsAnsweredAsync(200, Encoding.UTF8.GetBytes(body));

    [Fact]
    public async Task Leaves_no_word_of_it_in_the_log()
    {
        await using var host = new CoachHost(new ScriptedBot());

        await host.PostAsync(Encoding.UTF8.GetBytes("{\"type\":\"message\",\"text\":\"the canary sings\""));
        await host.PostAsync(CoachHost.Message("the canary sings", "https://canary.test/"));
        await host.PostAsync(CoachHost.Message("the canary sings"), "Bearer canary.canary.canary");

        Assert.DoesNotContain("canary", host.Log.Text, StringComparison.Ordinal);
    }

    private async Task IsAnsweredAsync(int status, byte[] body) =>
        Assert.Equal(status, await doors.KnockAsync(() => doors.Local.PostAsync(body)));

    private static CoachHost Listening(TurnLimits limits)
    {
        var host = new CoachHost(new ScriptedBot()) { Limits = limits };
        host.Listen();
        return host;
    }

    private static async Task<Socket> SayAsync(CoachHost host, string words)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("localhost", host.ClientOptions.BaseAddress.Port, TestContext.Current.CancellationToken);
        await socket.SendAsync(Encoding.ASCII.GetBytes(words), TestContext.Current.CancellationToken);
        return socket;
    }

    private static async Task<string> AnswerAsync(Socket socket)
    {
        var buffer = new byte[1024];
        var read = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }
}
