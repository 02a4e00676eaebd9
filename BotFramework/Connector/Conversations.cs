using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector;

/// <summary>The conversations' part of a channel's REST service.</summary>
public class Conversations : IConversations
{
    public Conversations(ConnectorClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        Client = client;
    }

    public ConnectorClient Client { get; }

    internal Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) =>
        Client.CallAsync<T>(HttpMethod.Get, path, null, null, cancellationToken);

    internal Task DeleteAsync(string path, CancellationToken cancellationToken) =>
        Client.CallAsync<ResourceResponse>(HttpMethod.Delete, path, null, null, cancellationToken);

    internal Task<ResourceResponse> PutAsync(string path, Activity activity, CancellationToken cancellationToken) =>
        Client.CallAsync<ResourceResponse>(HttpMethod.Put, path, activity, null, cancellationToken);

    internal Task<ResourceResponse> PostAsync(string path, string conversationId, object body, CancellationToken cancellationToken) =>
        Client.CallAsync<ResourceResponse>(HttpMethod.Post, path, body, conversationId, cancellationToken);

    internal Task<ConversationResourceResponse> CreateAsync(ConversationParameters parameters, CancellationToken cancellationToken) =>
        Client.CallAsync<ConversationResourceResponse>(HttpMethod.Post, "v3/conversations", parameters, null, cancellationToken);
}
