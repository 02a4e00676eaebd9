using System.Net;
using System.Security.Claims;
using System.Text;
using CoachBot.Tests.Channels;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace CoachBot.Tests.BotFramework.Tokens;

/// <summary>The bot's own token.</summary>
public sealed class BotTokenTests
{
    [Fact]
    public async Task Is_asked_for_once_and_carried_by_every_call_to_the_channel()
    {
        using var world = new World();
        var connector = await world.ConnectorAsync(CoachHost.Smba);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync(connector)));

        Assert.Equal(1, world.TokensGiven);
        Assert.Equal(10, world.Carried.Count);
        Assert.All(world.Carried, token => Assert.Equal("Bearer token-1", token));
    }

    [Theory]
    [InlineData("https://evil.test/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.evil.test/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("http://127.0.0.1:3978/")]
    public async Task Is_never_given_to_anybody_else(string serviceUrl)
    {
        using var world = new World();

        await SendAsync(await world.ConnectorAsync(serviceUrl));

        Assert.Equal([null], world.Carried);
        Assert.Equal(0, world.TokensGiven);
    }

    [Fact]
    public async Task Cannot_be_led_away_by_changing_the_clients_address()
    {
        using var world = new World();
        var connector = await world.ConnectorAsync(CoachHost.Smba);

        Assert.Throws<ArgumentException>(() => connector.BaseUri = new Uri("https://evil.test/"));
    }

    [Fact]
    public async Task Is_renewed_once_when_the_channel_refuses_it()
    {
        using var world = new World { Refused = "Bearer token-1" };
        var connector = await world.ConnectorAsync(CoachHost.Smba);

        await SendAsync(connector);

        Assert.Equal(["Bearer token-1", "Bearer token-2"], world.Carried);
    }

    private static Task<ResourceResponse> SendAsync(IConnectorClient connector) =>
        connector.Conversations.SendToConversationAsync("a:1", new Activity("message"), TestContext.Current.CancellationToken);

    /// <summary>The token service and the channel in one.</summary>
    private sealed class World : HttpMessageHandler, IHttpClientFactory
    {
        private int _given;

        public string? Refused { get; init; }

        public int TokensGiven => Volatile.Read(ref _given);

        public List<string?> Carried { get; } = [];

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        public Task<IConnectorClient> ConnectorAsync(string serviceUrl)
        {
            var credentials = new PasswordServiceClientCredentialFactory(CoachHost.AppId, "not-a-secret", CoachHost.Tenant, CreateClient(""), null);
            return BotFrameworkAuthenticationFactory.Create(null, true, null, null, null, null, null, null, null, credentials, null, this, null)
                .CreateConnectorFactory(new ClaimsIdentity([new Claim("aud", CoachHost.AppId)]))
                .CreateAsync(serviceUrl, null, TestContext.Current.CancellationToken);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(request.RequestUri!.Host == "login.microsoftonline.com" ? Login(request.RequestUri) : Channel(request));

        private HttpResponseMessage Channel(HttpRequestMessage request)
        {
            var token = request.Headers.Authorization?.ToString();
            lock (Carried)
                Carried.Add(token);
            return token is not null && token == Refused ? new(HttpStatusCode.Unauthorized) { Content = new StringContent("") } : Json("""{"id":"1"}""");
        }

        private HttpResponseMessage Login(Uri address) => address.AbsolutePath.Contains("/token", StringComparison.Ordinal)
            ? Json($$"""{"token_type":"Bearer","expires_in":3599,"access_token":"token-{{Interlocked.Increment(ref _given)}}"}""")
            : Json("""{"tenant_discovery_endpoint":"https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration","metadata":[{"preferred_network":"login.microsoftonline.com","preferred_cache":"login.windows.net","aliases":["login.microsoftonline.com"]}]}""");

        private static HttpResponseMessage Json(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }
}
