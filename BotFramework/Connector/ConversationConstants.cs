namespace Microsoft.Bot.Connector;

public static class ConversationConstants
{
    /// <summary>Lets the channel's front end send a call to where its conversation is.</summary>
    public const string ConversationIdHttpHeaderName = "x-ms-conversation-id";
}
