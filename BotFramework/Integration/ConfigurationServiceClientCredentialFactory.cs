using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>The bot's identity by the conventional settings: MicrosoftAppType, MicrosoftAppId, MicrosoftAppTenantId, MicrosoftAppPassword.</summary>
public class ConfigurationServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly ServiceClientCredentialsFactory _inner;

    /// <exception cref="ArgumentException">The settings do not fit the app type.</exception>
    public ConfigurationServiceClientCredentialFactory(IConfiguration configuration, HttpClient httpClient = default, ILogger logger = default)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var type = configuration["MicrosoftAppType"]?.Trim();
        var id = configuration["MicrosoftAppId"]?.Trim();
        var tenant = configuration["MicrosoftAppTenantId"]?.Trim();
        var password = configuration["MicrosoftAppPassword"]?.Trim();

        if (string.Equals(type, "UserAssignedMSI", StringComparison.OrdinalIgnoreCase))
        {
            Demand(id, "MicrosoftAppId");
            Demand(tenant, "MicrosoftAppTenantId");
            if (!string.IsNullOrEmpty(password))
                throw new ArgumentException("MicrosoftAppPassword must be empty for MicrosoftAppType UserAssignedMSI.", nameof(configuration));
            _inner = new ManagedIdentityServiceClientCredentialsFactory(id, httpClient, logger) { Tenant = tenant };
        }
        else if (string.Equals(type, "SingleTenant", StringComparison.OrdinalIgnoreCase))
        {
            Demand(id, "MicrosoftAppId");
            Demand(tenant, "MicrosoftAppTenantId");
            Demand(password, "MicrosoftAppPassword");
            _inner = new PasswordServiceClientCredentialFactory(id, password, tenant, httpClient, logger);
        }
        else
        {
            _inner = new PasswordServiceClientCredentialFactory(id, password, null, httpClient, logger);
        }
    }

    internal override string OwnTenant => _inner.OwnTenant;

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => _inner.IsValidAppIdAsync(appId, cancellationToken);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => _inner.IsAuthenticationDisabledAsync(cancellationToken);

    internal override BotToken CreateToken(string appId, string audience, string loginEndpoint, bool validateAuthority) =>
        _inner.CreateToken(appId, audience, loginEndpoint, validateAuthority);

    private static void Demand(string value, string setting)
    {
        if (string.IsNullOrEmpty(value))
            throw new ArgumentException($"{setting} is needed for this MicrosoftAppType.", nameof(value));
    }
}
