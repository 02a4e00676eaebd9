using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>An app registration whose credential (a certificate, a federation) the caller has already given to MSAL.</summary>
public class MsalServiceClientCredentialsFactory : ServiceClientCredentialsFactory
{
    private readonly IConfidentialClientApplication _clientApplication;

    public MsalServiceClientCredentialsFactory(IConfiguration configuration, IConfidentialClientApplication clientApplication, ILogger logger = default)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(clientApplication);
        AppId = configuration["MicrosoftAppId"];
        TenantId = configuration["MicrosoftAppTenantId"];
        _clientApplication = clientApplication;
    }

    public string AppId { get; }

    public string TenantId { get; }

    internal override string OwnTenant => string.IsNullOrWhiteSpace(TenantId) ? null : TenantId;

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        Task.FromResult(!string.IsNullOrEmpty(AppId) && appId == AppId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
        Task.FromResult(string.IsNullOrEmpty(AppId));

    internal override BotToken CreateToken(string appId, string audience, string loginEndpoint, bool validateAuthority) =>
        string.IsNullOrEmpty(AppId) ? null : BotToken.From(_clientApplication, audience);
}
