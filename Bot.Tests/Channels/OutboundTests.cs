using System.Net;
using System.Net.Http.Headers;
using CoachBot.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Tests.Channels;

/// <summary>The program's own calls.</summary>
public sealed class OutboundTests(Doors doors) : IClassFixture<Doors>
{
    public static TheoryData<string> Strangers =>
    [
        "http://smba.trafficmanager.net/teams/",
        "https://smba.trafficmanager.net:22/teams/",
        "https://smba.trafficmanager.net:8443/teams/",
        "https://user@smba.trafficmanager.net/teams/",
        "https://user:secret@smba.trafficmanager.net/teams/",
        "https://smba.trafficmanager.net@evil.test/",
        "https://smba.trafficmanager.net.evil.test/",
        "https://evil.trafficmanager.net/",
        "https://smba.trafficmanager.net./teams/",
        "https://smba-trafficmanager.net/",
        "https://evilbotframework.com/",
        "https://botframework.com.evil.test/",
        "https://smba.trafficmanager.net/?to=evil",
        "https://smba.trafficmanager.net/#evil",
        "https://smba.traffıcmanager.net/",
        "https://ѕmba.trafficmanager.net/",
        "https://169.254.169.254/latest/meta-data",
        "http://169.254.169.254/metadata/identity/oauth2/token",
        "https://10.0.0.1/",
        "https://192.168.1.1/",
        "https://[fd00::1]/",
        "https://[::ffff:10.0.0.1]/",
        "ftp://smba.trafficmanager.net/",
        "file:///etc/passwd",
        "gopher://smba.trafficmanager.net/",
        "//smba.trafficmanager.net/teams",
        "smba.trafficmanager.net",
        "not an address",
        "",
    ];

    [Theory]
    [MemberData(nameof(Strangers))]
    public Task Do_not_go_where_a_stranger_points(string serviceUrl) => IsForbiddenAsync(serviceUrl, doors.Teams);

    [Theory]
    [MemberData(nameof(Strangers))]
    public Task Do_not_go_there_without_credentials_either(string serviceUrl) => IsForbiddenAsync(serviceUrl, doors.Local);

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://127.1:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0.0.0.0:{0}/")]
    [InlineData("http://127.0.0.2:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://smba.trafficmanager.net@127.0.0.1:{0}/")]
    [InlineData("https://localhost:{0}/")]
    public async Task Do_not_go_to_this_machine_once_there_are_credentials(string serviceUrl)
    {
        await using var listener = new FakeListener();

        await IsForbiddenAsync(string.Format(null, serviceUrl, listener.Port), doors.Teams);

        Assert.Equal(0, listener.Calls);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    [InlineData("https://smba.trafficmanager.net/emea/0a1b2c3d-1111-4222-8333-444455556666/")]
    [InlineData("https://webchat.botframework.com/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    public async Task Go_to_the_hosts_of_Teams_and_the_Bot_Connector(string serviceUrl)
    {
        var response = await doors.Local.PostAsync(CoachHost.Message("hello", serviceUrl));

        Assert.Equal("Echo: hello", await CoachHost.FirstReplyAsync(response));
    }

    [Fact]
    public async Task Do_not_follow_a_redirect()
    {
        await using var inside = new FakeListener();
        await using var connector = new FakeListener($"http://127.0.0.1:{inside.Port}/");
        var message = CoachHost.Message("hello", $"http://127.0.0.1:{connector.Port}/");
        message.Remove("deliveryMode");

        var response = await doors.Local.PostAsync(message);

        Assert.Equal(200, (int)response.StatusCode);
        for (var patience = 0; patience < 1000 && connector.Calls == 0; patience++)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.True(connector.Calls > 0);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(0, inside.Calls);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("169.254.169.254")]
    [InlineData("192.168.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("64:ff9b::7f00:1")]
    public async Task Do_not_connect_when_a_good_name_has_come_to_point_inside(string address)
    {
        await using var listener = new FakeListener();

        await Assert.ThrowsAsync<HttpRequestException>(async () => await OutboundSockets.ConnectAsync(
            new DnsEndPoint("smba.trafficmanager.net", listener.Port),
            (_, _) => Task.FromResult(new[] { IPAddress.Parse(address) }),
            TestContext.Current.CancellationToken));

        Assert.Equal(0, listener.Calls);
    }

    [Theory]
    [InlineData("52.113.194.132", true)]
    [InlineData("2603:1063:2000::1", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.16.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("2001:db8::1", false)]
    public void Tell_the_open_internet_from_the_house(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://evil.test/")]
    [InlineData("http://127.0.0.1:1/")]
    public async Task Are_refused_by_the_client_itself_to_whatever_stored_address(string address)
    {
        using var client = doors.Teams.Services.GetRequiredService<IHttpClientFactory>().CreateClient();

        var refusal = await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync(address, TestContext.Current.CancellationToken));

        Assert.Contains("not on the list", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/v3/conversations", true)]
    [InlineData("http://127.0.0.1:5000/v3/conversations", false)]
    public async Task Carry_the_bots_token_to_its_channel_alone(string address, bool carried)
    {
        using var wire = new Stub(new HttpResponseMessage(HttpStatusCode.OK));
        using var guard = Guard(doors.Local, wire);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "token");

        await guard.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(carried, wire.Asked?.Headers.Authorization is not null);
    }

    [Fact]
    public async Task Are_noted_with_what_the_channel_said_about_trying_again()
    {
        using var busy = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        busy.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7));
        using var wire = new Stub(busy);
        using var guard = Guard(doors.Local, wire);

        var call = OutgoingCall.Watch();
        await guard.SendAsync(new HttpRequestMessage(HttpMethod.Get, CoachHost.Smba), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.TooManyRequests, call.Status);
        Assert.Equal(TimeSpan.FromSeconds(7), call.RetryAfter);
    }

    private async Task IsForbiddenAsync(string serviceUrl, CoachHost host) =>
        Assert.Equal(403, await doors.KnockAsync(() => host.PostAsync(CoachHost.Message("hello", serviceUrl))));

    private static HttpMessageInvoker Guard(CoachHost host, HttpMessageHandler wire)
    {
        var guard = host.Services.GetRequiredService<OutboundGuard>();
        guard.InnerHandler = wire;
        return new HttpMessageInvoker(guard);
    }

    private sealed class Stub(HttpResponseMessage answer) : HttpMessageHandler
    {
        public HttpRequestMessage? Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = request;
            return Task.FromResult(answer);
        }
    }
}
