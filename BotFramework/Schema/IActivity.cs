namespace Microsoft.Bot.Schema;

public interface IActivity
{
    object ChannelData { get; set; }
    string ChannelId { get; set; }
    ConversationAccount Conversation { get; set; }
    IList<Entity> Entities { get; set; }
    ChannelAccount From { get; set; }
    string Id { get; set; }
    DateTimeOffset? LocalTimestamp { get; set; }
    ChannelAccount Recipient { get; set; }
    string ReplyToId { get; set; }
    string ServiceUrl { get; set; }
    DateTimeOffset? Timestamp { get; set; }
    string Type { get; set; }
    Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false);
    IContactRelationUpdateActivity AsContactRelationUpdateActivity();
    IConversationUpdateActivity AsConversationUpdateActivity();
    IEndOfConversationActivity AsEndOfConversationActivity();
    IEventActivity AsEventActivity();
    IInstallationUpdateActivity AsInstallationUpdateActivity();
    IInvokeActivity AsInvokeActivity();
    IMessageActivity AsMessageActivity();
    IMessageDeleteActivity AsMessageDeleteActivity();
    IMessageReactionActivity AsMessageReactionActivity();
    IMessageUpdateActivity AsMessageUpdateActivity();
    ISuggestionActivity AsSuggestionActivity();
    ITypingActivity AsTypingActivity();
    TypeT GetChannelData<TypeT>();
    ConversationReference GetConversationReference();
    bool TryGetChannelData<TypeT>(out TypeT instance);
}
