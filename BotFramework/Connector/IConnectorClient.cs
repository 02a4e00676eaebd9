namespace Microsoft.Bot.Connector;

/// <summary>A channel's REST service at one service URL.</summary>
public interface IConnectorClient : IDisposable
{
    Uri BaseUri { get; set; }

    IConversations Conversations { get; }
}

/// <summary>The conversations of a channel; what can be done with them is in <see cref="ConversationsExtensions"/>.</summary>
public interface IConversations
{
}
