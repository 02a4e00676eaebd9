using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>A user-assigned managed identity: the platform vouches for the bot, and there is no secret.</summary>
public class ManagedIdentityServiceClientCredentialsFactory : ServiceClientCredentialsFactory
{
    private readonly string _appId;

    public ManagedIdentityServiceClientCredentialsFactory(string appId, HttpClient httpClient = default, ILogger logger = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(appId);
        _appId = appId.Trim();
    }

    /// <summary>Set by the configuration, which knows it; a managed identity does not name its tenant.</summary>
    internal string Tenant { get; init; }

    internal override string OwnTenant => Tenant;

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        Task.FromResult(appId == _appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    internal override BotToken CreateToken(string appId, string audience, string loginEndpoint, bool validateAuthority)
    {
        if (appId != _appId)
            throw new InvalidOperationException("A token was asked for an app id that is not this bot's.");

        // The platform's token endpoint is link-local, which the connector's own HttpClient rightly refuses: MSAL keeps its own.
        var application = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(_appId)).Build();
        return BotToken.From(application, audience);
    }
}
