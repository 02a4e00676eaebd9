using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoachBot.Tests.Channels;

namespace CoachBot.Tests.BotFramework.Tokens;

/// <summary>A request with a token, all signatures being real.</summary>
public sealed class ChannelTokenTests(ChannelTokenTests.Teams teams) : IClassFixture<ChannelTokenTests.Teams>
{
    [Fact]
    public async Task Is_taken_when_everything_is_as_the_channel_sends_it()
    {
        var response = await teams.Host.PostAsync(CoachHost.Message(), "Bearer " + teams.Issuer.Sign(FakeIssuer.Claims(CoachHost.Smba)));

        Assert.Equal("Echo: hello", await CoachHost.FirstReplyAsync(response));
    }

    [Theory]
    [InlineData("iss", "https://evil.test")]
    [InlineData("iss", "https://sts.windows.net/99998888-7777-4666-8555-444433332222/")]
    [InlineData("iss", "https://api.botframework.com/")]
    [InlineData("iss", null)]
    [InlineData("aud", "ffffffff-1111-4222-8333-444455556666")]
    [InlineData("aud", "")]
    [InlineData("aud", null)]
    [InlineData("serviceurl", "https://smba.trafficmanager.net/emea/")]
    [InlineData("serviceurl", "https://smba.trafficmanager.net/teams")]
    [InlineData("serviceurl", "")]
    [InlineData("serviceurl", null)]
    [InlineData("exp", null)]
    [InlineData("tid", "11111111-7777-4666-8555-444433332222")]
    public Task Is_refused_when_a_claim_is_wrong(string claim, string? value)
    {
        var claims = FakeIssuer.Claims(CoachHost.Smba);
        claims.Remove(claim);
        if (value is not null)
            claims[claim] = value;

        return IsRefusedAsync("Bearer " + teams.Issuer.Sign(claims));
    }

    [Theory]
    [InlineData(-60, -6, 401)]
    [InlineData(-60, -4, 200)]
    [InlineData(6, 60, 401)]
    [InlineData(4, 60, 200)]
    public async Task Has_five_minutes_of_grace_on_either_side(int from, int until, int status)
    {
        var claims = FakeIssuer.Claims(CoachHost.Smba);
        claims["nbf"] = FakeIssuer.Now(from);
        claims["exp"] = FakeIssuer.Now(until);

        var response = await teams.Host.PostAsync(CoachHost.Message(), "Bearer " + teams.Issuer.Sign(claims));

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer garbage")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer e30.e30.")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6ImtleS0xIn0.e30.AAAA")]
    [InlineData("Basic dXNlcjpwYXNzd29yZA==")]
    public Task Is_refused_when_the_header_is_no_token(string authorization) => IsRefusedAsync(authorization);

    [Fact]
    public Task Is_refused_when_the_token_is_a_megabyte_long() => IsRefusedAsync("Bearer " + new string('a', 1 << 20));

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("")]
    public Task Is_refused_when_nobody_has_signed(string algorithm) =>
        IsRefusedAsync($"Bearer {FakeIssuer.Encode($$"""{"alg":"{{algorithm}}","typ":"JWT","kid":"key-1"}""")}.{FakeIssuer.Encode(FakeIssuer.Claims(CoachHost.Smba).ToJsonString())}.");

    [Theory]
    [InlineData("pem")]
    [InlineData("modulus")]
    public Task Is_refused_when_the_public_key_was_used_as_a_secret(string form)
    {
        var key = teams.Issuer.Key("key-1");
        var secret = form == "pem" ? Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()) : key.ExportParameters(false).Modulus!;
        var signed = $"{FakeIssuer.Encode("""{"alg":"HS256","typ":"JWT","kid":"key-1"}""")}.{FakeIssuer.Encode(FakeIssuer.Claims(CoachHost.Smba).ToJsonString())}";

        return IsRefusedAsync($"Bearer {signed}.{FakeIssuer.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}");
    }

    [Fact]
    public Task Is_refused_when_somebody_else_has_signed_with_our_key_id()
    {
        using var stranger = RSA.Create(2048);
        var signed = $"{FakeIssuer.Encode(FakeIssuer.Header("key-1").ToJsonString())}.{FakeIssuer.Encode(FakeIssuer.Claims(CoachHost.Smba).ToJsonString())}";

        return IsRefusedAsync($"Bearer {signed}.{FakeIssuer.Encode(stranger.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}");
    }

    [Fact]
    public Task Is_refused_when_a_word_was_changed_after_signing()
    {
        var parts = teams.Issuer.Sign(FakeIssuer.Claims(CoachHost.Smba)).Split('.');
        var claims = FakeIssuer.Claims(CoachHost.Smba);
        claims["name"] = "somebody";

        return IsRefusedAsync($"Bearer {parts[0]}.{FakeIssuer.Encode(claims.ToJsonString())}.{parts[2]}");
    }

    [Theory]
    [InlineData("jku")]
    [InlineData("x5u")]
    [InlineData("jwk")]
    public async Task Is_refused_when_the_token_brings_its_own_key_and_nobody_looks_at_that(string header)
    {
        await using var listener = new FakeListener();
        using var own = RSA.Create(2048);
        var numbers = own.ExportParameters(false);
        var head = FakeIssuer.Header("their-own");
        head[header] = header == "jwk"
            ? new JsonObject { ["kty"] = "RSA", ["kid"] = "their-own", ["n"] = FakeIssuer.Encode(numbers.Modulus!), ["e"] = FakeIssuer.Encode(numbers.Exponent!) }
            : $"http://127.0.0.1:{listener.Port}/keys";
        var signed = $"{FakeIssuer.Encode(head.ToJsonString())}.{FakeIssuer.Encode(FakeIssuer.Claims(CoachHost.Smba).ToJsonString())}";

        await IsRefusedAsync($"Bearer {signed}.{FakeIssuer.Encode(own.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}");

        Assert.Equal(0, listener.Calls);
    }

    [Theory]
    [InlineData("not-endorsed")]
    [InlineData("endorsed-for-nothing")]
    [InlineData("endorsed-for-others")]
    public Task Is_refused_when_its_key_may_not_sign_for_the_channel(string key) =>
        IsRefusedAsync("Bearer " + teams.Issuer.Sign(FakeIssuer.Claims(CoachHost.Smba), key: key));

    [Theory]
    [InlineData("directline")]
    [InlineData("MSTEAMS")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Is_refused_when_it_names_a_channel_its_key_may_not_sign_for(string? channel)
    {
        var message = CoachHost.Message();
        message["channelId"] = channel;

        var response = await teams.Host.PostAsync(message, "Bearer " + teams.Issuer.Sign(FakeIssuer.Claims(CoachHost.Smba)));

        Assert.Equal(401, (int)response.StatusCode);
    }

    [Fact]
    public async Task Is_refused_with_a_good_token_when_the_activity_points_inside()
    {
        await using var listener = new FakeListener();
        var inside = $"http://127.0.0.1:{listener.Port}/";
        var message = CoachHost.Message("hello", inside);
        message.Remove("deliveryMode");

        var response = await teams.Host.PostAsync(message, "Bearer " + teams.Issuer.Sign(FakeIssuer.Claims(inside)));

        Assert.Equal(403, (int)response.StatusCode);
        Assert.Equal(0, listener.Calls);
    }

    private async Task IsRefusedAsync(string authorization)
    {
        var heard = teams.Bot.Heard.Count;

        var response = await teams.Host.PostAsync(CoachHost.Message(), authorization);

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(heard, teams.Bot.Heard.Count);
    }

    public sealed class Teams : IAsyncLifetime
    {
        internal ScriptedBot Bot { get; } = new();

        internal FakeIssuer Issuer { get; } = new();

        internal CoachHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Issuer.Add("not-endorsed", null);
            Issuer.Add("endorsed-for-nothing");
            Issuer.Add("endorsed-for-others", "webchat", "skype");
            await Issuer.InitializeAsync();
            Host = new CoachHost(Bot, [.. CoachHost.Credentials, ("ToBotFromChannelOpenIdMetadataUrl", Issuer.MetadataUrl)]);
        }

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            await Issuer.DisposeAsync();
        }
    }
}
