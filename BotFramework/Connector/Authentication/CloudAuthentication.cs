using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The settings under which a bot and a channel trust each other; what is empty is the public cloud's.</summary>
internal sealed record CloudSettings
{
    internal bool ValidateAuthority { get; init; } = true;
    internal string LoginUrl { get; init; } = AuthenticationConstants.ToChannelFromBotLoginUrl;
    internal string Scope { get; init; } = AuthenticationConstants.ToChannelFromBotOAuthScope;
    internal string Issuer { get; init; } = AuthenticationConstants.ToBotFromChannelTokenIssuer;
    internal string MetadataUrl { get; init; } = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;
    internal string CallerId { get; init; } = CallerIdConstants.PublicAzureChannel;
}

/// <summary>
/// The Bot Connector's rules. A request is from a channel when its token is signed by a key that is endorsed for that
/// channel, is meant for this bot, and names the very service URL that the activity wants its answer sent to.
/// </summary>
internal sealed class CloudAuthentication : BotFrameworkAuthentication
{
    private readonly CloudSettings _settings;
    private readonly ServiceClientCredentialsFactory _credentials;
    private readonly AuthenticationConfiguration _demands;
    private readonly ChannelTokens _tokens;
    private readonly CloudConnectors _connectors;
    private AuthenticateRequestResult _anonymous;

    internal CloudAuthentication(CloudSettings settings, ServiceClientCredentialsFactory credentials, AuthenticationConfiguration demands, IHttpClientFactory httpClientFactory)
    {
        _settings = settings;
        _credentials = credentials;
        _demands = demands;
        var time = TimeProvider.System;
        var ownClient = new Lazy<HttpClient>(() => new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }));
        Func<HttpClient> http = httpClientFactory == null ? () => ownClient.Value : httpClientFactory.CreateClient;
        _tokens = new ChannelTokens(new ChannelKeys(settings.MetadataUrl, http, time), settings.Issuer, time);
        _connectors = new CloudConnectors(settings, credentials, http);
    }

    public override string GetOriginatingAudience() => _settings.Scope;

    public override async Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(authHeader) && await IsDisabledAsync(cancellationToken).ConfigureAwait(false)
            ? Anonymous()
            : (await ReadOwnAsync(authHeader, cancellationToken).ConfigureAwait(false)).Identity;

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (string.IsNullOrWhiteSpace(authHeader) && await IsDisabledAsync(cancellationToken).ConfigureAwait(false))
            return _anonymous ??= await ResultAsync(Anonymous(), cancellationToken).ConfigureAwait(false);

        var token = await ReadOwnAsync(authHeader, cancellationToken).ConfigureAwait(false);
        DemandEndorsements(token, activity.ChannelId);

        var serviceUrl = token.Identity.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value;
        if (string.IsNullOrWhiteSpace(serviceUrl) || !string.Equals(serviceUrl, activity.ServiceUrl, StringComparison.Ordinal))
            throw new UnauthorizedAccessException("The token is not for the activity's service URL.");

        if (_demands.ClaimsValidator is { } validator)
            await validator.ValidateClaimsAsync([.. token.Identity.Claims]).ConfigureAwait(false);
        return await ResultAsync(token.Identity, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string authHeader, string channelIdHeader, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(authHeader) && await IsDisabledAsync(cancellationToken).ConfigureAwait(false))
            return await ResultAsync(Anonymous(), cancellationToken).ConfigureAwait(false);

        var token = await ReadOwnAsync(authHeader, cancellationToken).ConfigureAwait(false);
        DemandEndorsements(token, channelIdHeader);
        return await ResultAsync(token.Identity, cancellationToken).ConfigureAwait(false);
    }

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) =>
        _connectors.For(claimsIdentity?.FindFirst(AuthenticationConstants.AudienceClaim)?.Value);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        Task.FromResult<UserTokenClient>(null);

    private async ValueTask<ChannelToken> ReadOwnAsync(string authHeader, CancellationToken cancellationToken)
    {
        // Without an app id no token can be meant for this bot: nothing is fetched to find that out.
        if (await IsDisabledAsync(cancellationToken).ConfigureAwait(false))
            throw new UnauthorizedAccessException("This bot has no app id that a token could be for.");

        var token = await _tokens.ReadAsync(authHeader, cancellationToken).ConfigureAwait(false);
        var audience = token.Identity.FindFirst(AuthenticationConstants.AudienceClaim)?.Value;
        if (string.IsNullOrWhiteSpace(audience) || !await _credentials.IsValidAppIdAsync(audience, cancellationToken).ConfigureAwait(false))
            throw new UnauthorizedAccessException("The token is for somebody else.");

        var tenant = token.Identity.FindFirst(AuthenticationConstants.TenantIdClaim)?.Value;
        if (tenant != null && _credentials.OwnTenant is { } own && !string.Equals(tenant, own, StringComparison.OrdinalIgnoreCase))
            throw new UnauthorizedAccessException("The token is of another tenant.");
        return token;
    }

    private void DemandEndorsements(ChannelToken token, string channelId)
    {
        // Stricter than an empty expectation: who names no channel cannot be endorsed for it.
        if (string.IsNullOrWhiteSpace(channelId) || !EndorsementsValidator.Validate(channelId, token.Key.Endorsements))
            throw new UnauthorizedAccessException("The token's key is not endorsed for the channel.");
        foreach (var demanded in _demands.RequiredEndorsements ?? [])
        {
            if (!EndorsementsValidator.Validate(demanded, token.Key.Endorsements))
                throw new UnauthorizedAccessException("The token's key lacks a required endorsement.");
        }
    }

    private async Task<AuthenticateRequestResult> ResultAsync(ClaimsIdentity identity, CancellationToken cancellationToken) => new()
    {
        ClaimsIdentity = identity,
        Audience = _settings.Scope,
        CallerId = await GenerateCallerIdAsync(_credentials, identity, _settings.CallerId, cancellationToken).ConfigureAwait(false),
        ConnectorFactory = CreateConnectorFactory(identity),
    };

    private Task<bool> IsDisabledAsync(CancellationToken cancellationToken) => _credentials.IsAuthenticationDisabledAsync(cancellationToken);

    private static ClaimsIdentity Anonymous() => new([], AuthenticationConstants.AnonymousAuthType);
}
