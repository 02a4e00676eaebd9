using System.Net.Http.Headers;

namespace CoachBot.Tests.Channels;

/// <summary>Without credentials, a request.</summary>
public sealed class LoopbackGuardTests(Doors doors) : IClassFixture<Doors>
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost:3978")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:3978")]
    public Task Is_taken_from_this_machine(string host) => IsAnsweredAsync(200, "Host", host);

    [Theory]
    [InlineData("Host", "coach.example")]
    [InlineData("Host", "localhost.evil.test")]
    [InlineData("Host", "10.0.0.5:3978")]
    [InlineData("Host", "127.0.0.1.nip.io")]
    [InlineData("Origin", "https://evil.test")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:8080")]
    [InlineData("Origin", "https://localhost")]
    [InlineData("Forwarded", "for=1.2.3.4")]
    [InlineData("X-Forwarded-For", "1.2.3.4")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("x-forwarded-proto", "https")]
    [InlineData("X-Original-For", "1.2.3.4")]
    public Task Is_refused_when_it_may_come_from_elsewhere(string header, string value) => IsAnsweredAsync(403, header, value);

    [Fact]
    public Task Is_taken_from_our_own_page() => IsAnsweredAsync(200, "Origin", "http://localhost");

    [Theory]
    [InlineData("/")]
    [InlineData("/v3/directline/conversations")]
    [InlineData("/v3/directline/conversations/abcdefgh/stream")]
    [InlineData("/nowhere")]
    public async Task Is_refused_at_every_address(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-For", "1.2.3.4");

        var response = await doors.Local.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(403, (int)response.StatusCode);
    }

    [Fact]
    public async Task Is_warned_of_at_the_start()
    {
        await using var host = new CoachHost(new ScriptedBot());
        host.CreateClient();

        Assert.Contains("No credentials are configured", host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cannot_come_because_the_program_listens_on_no_other_address()
    {
        await using var host = new CoachHost(new ScriptedBot());
        host.UseKestrel(options => options.ListenAnyIP(0));

        var refusal = Assert.ThrowsAny<InvalidOperationException>(host.StartServer);

        Assert.Contains("this machine only", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_asked_where_it_comes_from_once_there_are_credentials()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(CoachHost.Message().ToJsonString()) };
        request.Headers.Host = "coach.example";
        request.Headers.Add("X-Forwarded-For", "1.2.3.4");

        var response = await doors.Teams.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(401, (int)response.StatusCode);
    }

    private async Task IsAnsweredAsync(int status, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(CoachHost.Message().ToJsonString(), MediaTypeHeaderValue.Parse("application/json")) };
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(status, await doors.KnockAsync(() => doors.Local.CreateClient().SendAsync(request, TestContext.Current.CancellationToken)));
    }
}
