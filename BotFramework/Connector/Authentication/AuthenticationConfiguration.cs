namespace Microsoft.Bot.Connector.Authentication;

/// <summary>What a bot demands of a token beyond the protocol's own rules.</summary>
public class AuthenticationConfiguration
{
    /// <summary>Endorsements that a signing key must carry in addition to the activity's channel.</summary>
    public string[] RequiredEndorsements { get; set; } = [];

    /// <summary>Looks at the claims of a token that has passed every other check, and throws to refuse it.</summary>
    public virtual ClaimsValidator ClaimsValidator { get; set; }
}
