using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Connector.Authentication;

public static class BotFrameworkAuthenticationFactory
{
    /// <summary>An authentication without an app id: every caller is anonymous.</summary>
    public static BotFrameworkAuthentication Create() =>
        Create(null, true, null, null, null, null, null, null, null, new PasswordServiceClientCredentialFactory(), new AuthenticationConfiguration(), null, null);

    /// <summary>What is null or empty takes the public cloud's value.</summary>
    /// <exception cref="ArgumentException">A channel service other than the public cloud's is asked for.</exception>
    public static BotFrameworkAuthentication Create(
        string channelService, bool validateAuthority, string toChannelFromBotLoginUrl, string toChannelFromBotOAuthScope,
        string toBotFromChannelTokenIssuer, string oAuthUrl, string toBotFromChannelOpenIdMetadataUrl,
        string toBotFromEmulatorOpenIdMetadataUrl, string callerId, ServiceClientCredentialsFactory credentialFactory,
        AuthenticationConfiguration authConfiguration, IHttpClientFactory httpClientFactory, ILogger logger)
    {
        if (!string.IsNullOrEmpty(channelService))
            throw new ArgumentException("Only the public cloud's channel service is supported; leave ChannelService empty.", nameof(channelService));

        var publicCloud = new CloudSettings();
        var settings = new CloudSettings
        {
            ValidateAuthority = validateAuthority,
            LoginUrl = Or(toChannelFromBotLoginUrl, publicCloud.LoginUrl),
            Scope = Or(toChannelFromBotOAuthScope, publicCloud.Scope),
            Issuer = Or(toBotFromChannelTokenIssuer, publicCloud.Issuer),
            MetadataUrl = Or(toBotFromChannelOpenIdMetadataUrl, publicCloud.MetadataUrl),
            CallerId = Or(callerId, publicCloud.CallerId),
        };
        return new CloudAuthentication(settings, credentialFactory ?? new PasswordServiceClientCredentialFactory(), authConfiguration ?? new AuthenticationConfiguration(), httpClientFactory);
    }

    private static string Or(string given, string otherwise) => string.IsNullOrEmpty(given) ? otherwise : given;
}
