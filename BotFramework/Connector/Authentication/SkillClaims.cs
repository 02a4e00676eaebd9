using System.Security.Claims;

namespace Microsoft.Bot.Connector.Authentication;

internal static class SkillClaims
{
    /// <summary>Whether the caller is a bot other than the one that is called, and no channel.</summary>
    internal static bool AreFromBot(ClaimsIdentity identity)
    {
        string Value(string type) => identity?.FindFirst(type)?.Value;

        var version = Value(AuthenticationConstants.VersionClaim);
        var audience = Value(AuthenticationConstants.AudienceClaim);
        var caller = Value(version == "2.0" ? AuthenticationConstants.AuthorizedParty : AuthenticationConstants.AppIdClaim);
        return caller == AuthenticationConstants.AnonymousSkillAppId
            || (!string.IsNullOrEmpty(version)
                && !string.IsNullOrEmpty(audience) && audience != AuthenticationConstants.ToBotFromChannelTokenIssuer
                && !string.IsNullOrEmpty(caller) && caller != audience);
    }
}
