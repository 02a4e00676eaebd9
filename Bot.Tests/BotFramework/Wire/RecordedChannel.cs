using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Extensions.Configuration;

namespace CoachBot.Tests.BotFramework.Wire;

/// <summary>Answers the connector as a channel was once heard to, and keeps what it was asked.</summary>
internal sealed class RecordedChannel(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler, IHttpClientFactory
{
    public List<(string Method, string PathAndQuery, JsonNode? Body, HttpRequestMessage Request)> Asked { get; } = [];

    public static RecordedChannel Of(Recording recording) => new(_ => recording.Answer());

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    /// <summary>A connector client without credentials.</summary>
    public async Task<IConnectorClient> ConnectorAsync(string serviceUrl) =>
        await new ConfigurationBotFrameworkAuthentication(new ConfigurationBuilder().Build(), httpClientFactory: this)
            .CreateConnectorFactory(new ClaimsIdentity())
            .CreateAsync(serviceUrl, null, TestContext.Current.CancellationToken);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
        lock (Asked)
            Asked.Add((request.Method.Method, request.RequestUri!.PathAndQuery, body, request));
        return answer(request);
    }
}
