using Microsoft.Extensions.Options;

namespace CoachBot.Channels;

/// <summary>Outside Development every caller is checked, against Microsoft's own keys: no setting can change that.</summary>
public sealed class ProductionRules(IConfiguration configuration, IHostEnvironment environment) : IValidateOptions<ChannelSettings>
{
    /// <summary>Settings of the SDK that move the place where trust comes from: for a test's issuer, in Development.</summary>
    private static readonly string[] Switches =
    [
        "ChannelService", "ValidateAuthority", "ToChannelFromBotLoginUrl", "ToChannelFromBotOAuthScope",
        "ToBotFromChannelTokenIssuer", "ToBotFromChannelOpenIdMetadataUrl", "ToBotFromEmulatorOpenIdMetadataUrl",
        "BotOpenIdMetadata", "OAuthUrl", "OAuthApiEndpoint", "CallerId",
    ];

    public ValidateOptionsResult Validate(string? name, ChannelSettings options)
    {
        if (environment.IsDevelopment())
            return ValidateOptionsResult.Success;

        List<string> mistakes = [];
        if (!options.HasCredentials)
        {
            mistakes.Add("""
                MicrosoftAppId is not set, and outside Development the coach answers only to Teams, which signs in to an app id. For example:
                  MicrosoftAppType=SingleTenant
                  MicrosoftAppId=0a1b2c3d-1111-4222-8333-444455556666
                  MicrosoftAppTenantId=99998888-7777-4666-8555-444433332222
                  MicrosoftAppPassword=the client secret
                To try it on this machine without an account, start it with ASPNETCORE_ENVIRONMENT=Development.
                """);
        }

        mistakes.AddRange(Switches
            .Where(setting => !string.IsNullOrWhiteSpace(configuration[setting]))
            .Select(setting => $"{setting} is set: it changes whom the coach believes, and is for tests in Development. Remove it."));
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
