using Microsoft.Extensions.Options;

namespace CoachBot.Channels;

/// <summary>Who may talk to this program: Teams with its tokens, or, in Development without credentials, this machine alone.</summary>
public sealed class Access(IOptions<ChannelSettings> settings, IHostEnvironment environment, IConfiguration configuration)
{
    public bool LoopbackOnly { get; } = environment.IsDevelopment() && !settings.Value.HasCredentials;

    /// <summary>The one tenant whose people this bot serves; null without credentials.</summary>
    public string? Tenant { get; } = settings.Value.HasCredentials ? settings.Value.MicrosoftAppTenantId : null;

    /// <summary>A test's issuer of signing keys on this machine, which is read without a token; null outside Development.</summary>
    public Uri? LocalIssuer { get; } =
        environment.IsDevelopment()
        && Uri.TryCreate(configuration["ToBotFromChannelOpenIdMetadataUrl"], UriKind.Absolute, out var address)
        && address.IsLoopback ? address : null;
}
