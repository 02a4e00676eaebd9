namespace Microsoft.Bot.Connector.Authentication;

public abstract class ConnectorFactory
{
    /// <summary>A client for one service URL, whose calls carry a token for <paramref name="audience"/>.</summary>
    public abstract Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken);
}
