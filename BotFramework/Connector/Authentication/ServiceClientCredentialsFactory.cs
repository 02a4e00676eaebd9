namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The bot's own identity: which app ids are its own, and the tokens that its calls carry.</summary>
public abstract class ServiceClientCredentialsFactory
{
    public abstract Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken);

    /// <summary>True where no app id is configured: then every caller is anonymous, and so is the bot.</summary>
    public abstract Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken);

    /// <summary>The bot's token for an audience; null where it has no credentials, and its calls carry none.</summary>
    internal virtual BotToken CreateToken(string appId, string audience, string loginEndpoint, bool validateAuthority) => null;

    /// <summary>The one tenant that this bot belongs to, or null.</summary>
    internal virtual string OwnTenant => null;
}
