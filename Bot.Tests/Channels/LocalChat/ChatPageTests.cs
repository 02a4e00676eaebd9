using System.Net;
using CoachBot.Channels;
using CoachBot.Channels.LocalChat;
using CoachBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace CoachBot.Tests.Channels.LocalChat;

public sealed class The_chat_page
{
    [Fact]
    public async Task Loads_nothing_from_elsewhere_and_cannot_be_framed()
    {
        await using var server = await ChatServer.StartAsync();

        using var page = await server.Client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; ", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("http:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("{nonce}", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chat.js")]
    [InlineData("plain.js")]
    [InlineData("card.js")]
    [InlineData("look.js")]
    [InlineData("copy.js")]
    [InlineData("chat.css")]
    [InlineData("icon.svg")]
    public async Task Has_its_pieces(string file)
    {
        await using var server = await ChatServer.StartAsync();

        using var piece = await server.Client.GetAsync(new Uri($"/chat/{file}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, piece.StatusCode);
    }

    [Theory]
    [InlineData("/chat/index.html")]
    [InlineData("/chat/..%2Fappsettings.json")]
    [InlineData("/chat/webchat.js.gz")]
    public async Task Gives_nothing_else_away(string path)
    {
        await using var server = await ChatServer.StartAsync();

        using var answer = await server.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Comes_with_Web_Chat_whether_or_not_the_browser_unpacks_it()
    {
        Assert.SkipUnless(File.Exists(Path.Combine(AppContext.BaseDirectory, "LocalChat", "webchat.js.gz")), "Web Chat was not fetched by the build (no Node or no network)");
        await using var server = await ChatServer.StartAsync();
        using var packed = new HttpRequestMessage(HttpMethod.Get, "/chat/webchat.js");
        packed.Headers.Add("Accept-Encoding", "gzip");

        using var small = await server.Client.SendAsync(packed, TestContext.Current.CancellationToken);
        var whole = await server.Client.GetByteArrayAsync(new Uri("/chat/webchat.js", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("gzip", Assert.Single(small.Content.Headers.ContentEncoding));
        Assert.InRange(small.Content.Headers.ContentLength!.Value, 1, whole.Length / 2);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public void Is_not_there_where_credentials_are(string environment)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration["MicrosoftAppType"] = "SingleTenant";
        builder.Configuration["MicrosoftAppId"] = builder.Configuration["MicrosoftAppTenantId"] = "00000000-0000-0000-0000-000000000001";
        builder.Configuration["MicrosoftAppPassword"] = "a secret";
        builder.Logging.ClearProviders();
        builder.Services.AddStorage();
        builder.AddChannels();
        builder.Services.AddLocalChat();
        var app = builder.Build();

        app.MapLocalChat();

        Assert.Empty(((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints));
    }
}
