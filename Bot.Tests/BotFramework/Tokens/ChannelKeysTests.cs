using CoachBot.Tests.Channels;

namespace CoachBot.Tests.BotFramework.Tokens;

/// <summary>The channel's signing keys.</summary>
public sealed class ChannelKeysTests : IAsyncLifetime
{
    private readonly FakeIssuer _issuer = new();
    private CoachHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        await _issuer.InitializeAsync();
        _host = new CoachHost(new ScriptedBot(), [.. CoachHost.Credentials, ("ToBotFromChannelOpenIdMetadataUrl", _issuer.MetadataUrl)]);
    }

    [Fact]
    public async Task Are_read_once_for_many_requests_at_the_same_time()
    {
        var statuses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => StatusAsync("key-1")));

        Assert.All(statuses, status => Assert.Equal(200, status));
        Assert.Equal(1, _issuer.Reads);
    }

    [Fact]
    public async Task Are_read_again_when_the_issuer_has_changed_them()
    {
        Assert.Equal(200, await StatusAsync("key-1"));
        _issuer.Add("key-2", "msteams");

        Assert.Equal(200, await StatusAsync("key-2"));
        Assert.Equal(200, await StatusAsync("key-1"));
        Assert.Equal(2, _issuer.Reads);
    }

    [Fact]
    public async Task Are_believed_no_longer_once_the_issuer_has_taken_them_back()
    {
        var old = "Bearer " + _issuer.Sign(FakeIssuer.Claims(CoachHost.Smba));
        Assert.Equal(200, (int)(await _host.PostAsync(CoachHost.Message(), old)).StatusCode);
        _issuer.Remove("key-1");
        _issuer.Add("key-2", "msteams");
        Assert.Equal(200, await StatusAsync("key-2"));

        Assert.Equal(401, (int)(await _host.PostAsync(CoachHost.Message(), old)).StatusCode);
    }

    [Fact]
    public async Task Are_not_asked_for_again_and_again_by_strangers_who_make_up_key_ids()
    {
        Assert.Equal(200, await StatusAsync("key-1"));

        for (var batch = 0; batch < 20; batch++)
        {
            var statuses = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => StatusAsync("key-1", FakeIssuer.Header($"made-up-{batch}-{n}"))));
            Assert.All(statuses, status => Assert.Equal(401, status));
        }

        Assert.InRange(_issuer.Reads, 1, 2);
        Assert.Equal(200, await StatusAsync("key-1"));
    }

    [Fact]
    public async Task That_cannot_be_read_leave_the_channel_to_try_again()
    {
        await using var host = new CoachHost(new ScriptedBot(), [.. CoachHost.Credentials, ("ToBotFromChannelOpenIdMetadataUrl", "http://127.0.0.1:9/openid")]);

        var response = await host.PostAsync(CoachHost.Message(), "Bearer " + _issuer.Sign(FakeIssuer.Claims(CoachHost.Smba)));

        Assert.Equal(503, (int)response.StatusCode);
    }

    private async Task<int> StatusAsync(string key, System.Text.Json.Nodes.JsonObject? header = null) =>
        (int)(await _host.PostAsync(CoachHost.Message(), "Bearer " + _issuer.Sign(FakeIssuer.Claims(CoachHost.Smba), header, key))).StatusCode;

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _issuer.DisposeAsync();
    }
}
