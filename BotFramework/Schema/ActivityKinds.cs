namespace Microsoft.Bot.Schema;

public interface ICommandActivity : IActivity
{
    string Name { get; set; }
    object Value { get; set; }
}

public interface ICommandResultActivity : IActivity
{
    string Name { get; set; }
    object Value { get; set; }
}

public interface IContactRelationUpdateActivity : IActivity
{
    string Action { get; set; }
}

public interface IConversationUpdateActivity : IActivity
{
    bool? HistoryDisclosed { get; set; }
    IList<ChannelAccount> MembersAdded { get; set; }
    IList<ChannelAccount> MembersRemoved { get; set; }
    string TopicName { get; set; }
}

public interface IEndOfConversationActivity : IActivity
{
    string Code { get; set; }
    string Text { get; set; }
}

public interface IEventActivity : IActivity
{
    string Name { get; set; }
    ConversationReference RelatesTo { get; set; }
    object Value { get; set; }
}

public interface IHandoffActivity : IActivity
{
}

public interface IInstallationUpdateActivity : IActivity
{
    string Action { get; set; }
}

public interface IInvokeActivity : IActivity
{
    string Name { get; set; }
    ConversationReference RelatesTo { get; set; }
    object Value { get; set; }
}

public interface IMessageActivity : IActivity
{
    string AttachmentLayout { get; set; }
    IList<Attachment> Attachments { get; set; }
    string DeliveryMode { get; set; }
    DateTimeOffset? Expiration { get; set; }
    string Importance { get; set; }
    string InputHint { get; set; }
    string Locale { get; set; }
    string Speak { get; set; }
    SuggestedActions SuggestedActions { get; set; }
    string Summary { get; set; }
    string Text { get; set; }
    string TextFormat { get; set; }
    object Value { get; set; }
    Mention[] GetMentions();
    bool HasContent();
}

public interface IMessageDeleteActivity : IActivity
{
}

public interface IMessageReactionActivity : IActivity
{
    IList<MessageReaction> ReactionsAdded { get; set; }
    IList<MessageReaction> ReactionsRemoved { get; set; }
}

public interface IMessageUpdateActivity : IMessageActivity
{
}

public interface ISuggestionActivity : IMessageActivity
{
    IList<TextHighlight> TextHighlights { get; set; }
}

public interface ITraceActivity : IActivity
{
    string Label { get; set; }
    string Name { get; set; }
    ConversationReference RelatesTo { get; set; }
    object Value { get; set; }
    string ValueType { get; set; }
}

public interface ITypingActivity : IActivity
{
}
