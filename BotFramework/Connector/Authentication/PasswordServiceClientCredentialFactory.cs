using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>An app registration with a client secret.</summary>
public class PasswordServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly HttpClient _httpClient;

    public PasswordServiceClientCredentialFactory()
    {
    }

    public PasswordServiceClientCredentialFactory(string appId, string password, string tenantId, HttpClient httpClient, ILogger logger)
    {
        AppId = appId;
        Password = password;
        TenantId = tenantId;
        _httpClient = httpClient;
    }

    public string AppId { get; set; }

    public string Password { get; set; }

    public string TenantId { get; }

    internal override string OwnTenant => string.IsNullOrWhiteSpace(TenantId) ? null : TenantId;

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        Task.FromResult(!string.IsNullOrEmpty(AppId) && appId == AppId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
        Task.FromResult(string.IsNullOrEmpty(AppId));

    internal override BotToken CreateToken(string appId, string audience, string loginEndpoint, bool validateAuthority)
    {
        if (string.IsNullOrEmpty(AppId))
            return null;
        if (appId != AppId)
            throw new InvalidOperationException("A token was asked for an app id that is not this bot's.");

        var builder = ConfidentialClientApplicationBuilder.Create(AppId)
            .WithClientSecret(Password)
            .WithAuthority(Authority(loginEndpoint), validateAuthority);
        if (_httpClient != null)
            builder.WithHttpClientFactory(new OneHttpClient(_httpClient));
        return BotToken.From(builder.Build(), audience);
    }

    private string Authority(string loginEndpoint) =>
        OwnTenant != null ? AuthenticationConstants.ToChannelFromBotLoginUrlTemplate.Replace("{0}", OwnTenant, StringComparison.Ordinal)
        : string.IsNullOrEmpty(loginEndpoint) ? AuthenticationConstants.ToChannelFromBotLoginUrl
        : loginEndpoint;

    private sealed class OneHttpClient(HttpClient client) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => client;
    }
}
