using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

public class ConversationParameters
{
    public ConversationParameters() { }

    public ConversationParameters(
        bool? isGroup = default, ChannelAccount bot = default, IList<ChannelAccount> members = default, string topicName = default,
        Activity activity = default, object channelData = default, string tenantId = default)
        => (IsGroup, Bot, Members, TopicName, Activity, ChannelData, TenantId)
        = (isGroup, bot, members, topicName, activity, channelData, tenantId);

    public Activity Activity { get; set; }
    public ChannelAccount Bot { get; set; }
    public object ChannelData { get; set; }
    public bool? IsGroup { get; set; }
    [JsonConverter(typeof(AsRuntimeType))]
    public IList<ChannelAccount> Members { get; set; }

    public string TenantId { get; set; }
    public string TopicName { get; set; }
}

public class ConversationResourceResponse
{
    public ConversationResourceResponse() { }

    public ConversationResourceResponse(string activityId = default, string serviceUrl = default, string id = default)
        => (ActivityId, ServiceUrl, Id) = (activityId, serviceUrl, id);

    public string ActivityId { get; set; }
    public string Id { get; set; }
    public string ServiceUrl { get; set; }
}

public class PagedMembersResult
{
    public PagedMembersResult() { }

    public PagedMembersResult(string continuationToken = default, IList<ChannelAccount> members = default)
        => (ContinuationToken, Members) = (continuationToken, members);

    public string ContinuationToken { get; set; }
    [JsonConverter(typeof(AsRuntimeType))]
    public IList<ChannelAccount> Members { get; set; }
}

public class ResourceResponse
{
    public ResourceResponse() { }

    public ResourceResponse(string id = default) => Id = id;

    public string Id { get; set; }
}

public class ExpectedReplies
{
    public ExpectedReplies() { }

    public ExpectedReplies(IList<Activity> activities = default) => Activities = activities;

    public IList<Activity> Activities { get; set; }
}
