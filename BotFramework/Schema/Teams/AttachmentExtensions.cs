namespace Microsoft.Bot.Schema.Teams;

public static class AttachmentExtensions
{
    public static MessagingExtensionAttachment ToMessagingExtensionAttachment(this Attachment attachment, Attachment previewAttachment = default)
        => new(attachment.ContentType, attachment.ContentUrl, attachment.Content, attachment.Name, attachment.ThumbnailUrl, previewAttachment)
        {
            Preview = previewAttachment ?? attachment,
        };
}
