namespace Microsoft.Bot.Schema.Teams;

public class MessageActionsPayload
{
    public MessageActionsPayload() { }

    public MessageActionsPayload(
        string id = default, string replyToId = default, string messageType = default, string createdDateTime = default,
        string lastModifiedDateTime = default, bool? deleted = default, string subject = default, string summary = default,
        string importance = default, string locale = default, MessageActionsPayloadFrom from = default,
        MessageActionsPayloadBody body = default, string attachmentLayout = default,
        IList<MessageActionsPayloadAttachment> attachments = default, IList<MessageActionsPayloadMention> mentions = default,
        IList<MessageActionsPayloadReaction> reactions = default)
        => (
        Id, ReplyToId, MessageType, CreatedDateTime, LastModifiedDateTime, Deleted, Subject, Summary, Importance, Locale, From, Body,
        AttachmentLayout, Attachments, Mentions, Reactions)
        = (
        id, replyToId, messageType, createdDateTime, lastModifiedDateTime, deleted, subject, summary, importance, locale, from, body,
        attachmentLayout, attachments, mentions, reactions);

    public string AttachmentLayout { get; set; }
    public IList<MessageActionsPayloadAttachment> Attachments { get; set; }
    public MessageActionsPayloadBody Body { get; set; }
    public string CreatedDateTime { get; set; }
    public bool? Deleted { get; set; }
    public MessageActionsPayloadFrom From { get; set; }
    public string Id { get; set; }
    public string Importance { get; set; }
    public string LastModifiedDateTime { get; set; }
    public Uri LinkToMessage { get; set; }
    public string Locale { get; set; }
    public IList<MessageActionsPayloadMention> Mentions { get; set; }
    public string MessageType { get; set; }
    public IList<MessageActionsPayloadReaction> Reactions { get; set; }
    public string ReplyToId { get; set; }
    public string Subject { get; set; }
    public string Summary { get; set; }
}

public class MessageActionsPayloadApp
{
    public MessageActionsPayloadApp() { }

    public MessageActionsPayloadApp(string applicationIdentityType = default, string id = default, string displayName = default)
        => (ApplicationIdentityType, Id, DisplayName) = (applicationIdentityType, id, displayName);

    public string ApplicationIdentityType { get; set; }
    public string DisplayName { get; set; }
    public string Id { get; set; }
}

public class MessageActionsPayloadAttachment
{
    public MessageActionsPayloadAttachment() { }

    public MessageActionsPayloadAttachment(
        string id = default, string contentType = default, string contentUrl = default, object content = default, string name = default,
        string thumbnailUrl = default)
        => (Id, ContentType, ContentUrl, Content, Name, ThumbnailUrl) = (id, contentType, contentUrl, content, name, thumbnailUrl);

    public object Content { get; set; }
    public string ContentType { get; set; }
    public string ContentUrl { get; set; }
    public string Id { get; set; }
    public string Name { get; set; }
    public string ThumbnailUrl { get; set; }
}

public class MessageActionsPayloadBody
{
    public MessageActionsPayloadBody() { }

    public MessageActionsPayloadBody(string contentType = default, string content = default)
        => (ContentType, Content) = (contentType, content);

    public string Content { get; set; }
    public string ContentType { get; set; }
}

public class MessageActionsPayloadConversation
{
    public MessageActionsPayloadConversation() { }

    public MessageActionsPayloadConversation(string conversationIdentityType = default, string id = default, string displayName = default)
        => (ConversationIdentityType, Id, DisplayName) = (conversationIdentityType, id, displayName);

    public string ConversationIdentityType { get; set; }
    public string DisplayName { get; set; }
    public string Id { get; set; }
}

public class MessageActionsPayloadFrom
{
    public MessageActionsPayloadFrom() { }

    public MessageActionsPayloadFrom(
        MessageActionsPayloadUser user = default, MessageActionsPayloadApp application = default,
        MessageActionsPayloadConversation conversation = default)
        => (User, Application, Conversation) = (user, application, conversation);

    public MessageActionsPayloadApp Application { get; set; }
    public MessageActionsPayloadConversation Conversation { get; set; }
    public MessageActionsPayloadUser User { get; set; }
}

public class MessageActionsPayloadMention
{
    public MessageActionsPayloadMention() { }

    public MessageActionsPayloadMention(int? id = default, string mentionText = default, MessageActionsPayloadFrom mentioned = default)
        => (Id, MentionText, Mentioned) = (id, mentionText, mentioned);

    public int? Id { get; set; }
    public string MentionText { get; set; }
    public MessageActionsPayloadFrom Mentioned { get; set; }
}

public class MessageActionsPayloadReaction
{
    public MessageActionsPayloadReaction() { }

    public MessageActionsPayloadReaction(
        string reactionType = default, string createdDateTime = default, MessageActionsPayloadFrom user = default)
        => (ReactionType, CreatedDateTime, User) = (reactionType, createdDateTime, user);

    public string CreatedDateTime { get; set; }
    public string ReactionType { get; set; }
    public MessageActionsPayloadFrom User { get; set; }
}

public class MessageActionsPayloadUser
{
    public MessageActionsPayloadUser() { }

    public MessageActionsPayloadUser(string userIdentityType = default, string id = default, string displayName = default)
        => (UserIdentityType, Id, DisplayName) = (userIdentityType, id, displayName);

    public string DisplayName { get; set; }
    public string Id { get; set; }
    public string UserIdentityType { get; set; }
}
