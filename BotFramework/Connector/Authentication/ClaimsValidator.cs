using System.Security.Claims;

namespace Microsoft.Bot.Connector.Authentication;

public abstract class ClaimsValidator
{
    /// <exception cref="UnauthorizedAccessException">The claims are not acceptable to this bot.</exception>
    public abstract Task ValidateClaimsAsync(IList<Claim> claims);
}
