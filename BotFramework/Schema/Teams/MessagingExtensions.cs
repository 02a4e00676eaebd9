using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

public class MessagingExtensionQuery
{
    public MessagingExtensionQuery() { }

    public MessagingExtensionQuery(
        string commandId = default, IList<MessagingExtensionParameter> parameters = default,
        MessagingExtensionQueryOptions queryOptions = default, string state = default)
        => (CommandId, Parameters, QueryOptions, State) = (commandId, parameters, queryOptions, state);

    public string CommandId { get; set; }
    public IList<MessagingExtensionParameter> Parameters { get; set; }
    public MessagingExtensionQueryOptions QueryOptions { get; set; }
    public string State { get; set; }
}

public class MessagingExtensionQueryOptions
{
    public MessagingExtensionQueryOptions() { }

    public MessagingExtensionQueryOptions(int? skip = default, int? count = default) => (Skip, Count) = (skip, count);

    public int? Count { get; set; }
    public int? Skip { get; set; }
}

public class MessagingExtensionParameter
{
    public MessagingExtensionParameter() { }

    public MessagingExtensionParameter(string name = default, object value = default) => (Name, Value) = (name, value);

    public string Name { get; set; }
    public object Value { get; set; }
}

public class MessagingExtensionAction : TaskModuleRequest
{
    public MessagingExtensionAction() { }

    public MessagingExtensionAction(
        object data = default, TaskModuleRequestContext context = default, string commandId = default, string commandContext = default,
        string botMessagePreviewAction = default, IList<Activity> botActivityPreview = default,
        MessageActionsPayload messagePayload = default)
        => (Data, Context, CommandId, CommandContext, BotMessagePreviewAction, BotActivityPreview, MessagePayload)
        = (data, context, commandId, commandContext, botMessagePreviewAction, botActivityPreview, messagePayload);

    public IList<Activity> BotActivityPreview { get; set; }
    public string BotMessagePreviewAction { get; set; }
    public string CommandContext { get; set; }
    public string CommandId { get; set; }
    public MessageActionsPayload MessagePayload { get; set; }
    public string State { get; set; }
}

public class MessagingExtensionActionResponse
{
    public MessagingExtensionActionResponse() { }

    public MessagingExtensionActionResponse(TaskModuleResponseBase task = default, MessagingExtensionResult composeExtension = default)
        => (Task, ComposeExtension) = (task, composeExtension);

    public CacheInfo CacheInfo { get; set; }
    public MessagingExtensionResult ComposeExtension { get; set; }
    [JsonConverter(typeof(AsRuntimeType))]
    public TaskModuleResponseBase Task { get; set; }
}

public class MessagingExtensionResponse
{
    public MessagingExtensionResponse() { }

    public MessagingExtensionResponse(MessagingExtensionResult composeExtension = default) => ComposeExtension = composeExtension;

    public CacheInfo CacheInfo { get; set; }
    public MessagingExtensionResult ComposeExtension { get; set; }
}

public class MessagingExtensionResult
{
    public MessagingExtensionResult() { }

    public MessagingExtensionResult(
        string attachmentLayout = default, string type = default, IList<MessagingExtensionAttachment> attachments = default,
        MessagingExtensionSuggestedAction suggestedActions = default, string text = default, Activity activityPreview = default)
        => (AttachmentLayout, Type, Attachments, SuggestedActions, Text, ActivityPreview)
        = (attachmentLayout, type, attachments, suggestedActions, text, activityPreview);

    public Activity ActivityPreview { get; set; }
    public string AttachmentLayout { get; set; }
    public IList<MessagingExtensionAttachment> Attachments { get; set; }
    public MessagingExtensionSuggestedAction SuggestedActions { get; set; }
    public string Text { get; set; }
    public string Type { get; set; }
}

public class MessagingExtensionAttachment : Attachment
{
    public MessagingExtensionAttachment() { }

    public MessagingExtensionAttachment(
        string contentType = default, string contentUrl = default, object content = default, string name = default,
        string thumbnailUrl = default, Attachment preview = default)
        => (ContentType, ContentUrl, Content, Name, ThumbnailUrl, Preview) = (contentType, contentUrl, content, name, thumbnailUrl, preview);

    public Attachment Preview { get; set; }
}

public class MessagingExtensionSuggestedAction
{
    public MessagingExtensionSuggestedAction() { }

    public MessagingExtensionSuggestedAction(IList<CardAction> actions = default) => Actions = actions;

    public IList<CardAction> Actions { get; set; }
}

public class AppBasedLinkQuery
{
    public AppBasedLinkQuery() { }

    public AppBasedLinkQuery(string url = default) => Url = url;

    public string State { get; set; }
    public string Url { get; set; }
}

public class CacheInfo
{
    public CacheInfo() { }

    public CacheInfo(string cacheType = default, int cacheDuration = 0) => (CacheType, CacheDuration) = (cacheType, cacheDuration);

    public int CacheDuration { get; set; }
    public string CacheType { get; set; }
}
