using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

public class TeamsChannelData
{
    public TeamsChannelData() { }

    public TeamsChannelData(
        ChannelInfo channel = default, string eventType = default, TeamInfo team = default, NotificationInfo notification = default,
        TenantInfo tenant = default)
        => (Channel, EventType, Team, Notification, Tenant) = (channel, eventType, team, notification, tenant);

    public TeamsChannelData(
        ChannelInfo channel = default, string eventType = default, TeamInfo team = default, NotificationInfo notification = default,
        TenantInfo tenant = default, IList<OnBehalfOf> onBehalfOf = default)
        => (Channel, EventType, Team, Notification, Tenant, OnBehalfOf)
        = (channel, eventType, team, notification, tenant, onBehalfOf ?? []);

    [JsonExtensionData]
    public IDictionary<string, object> AdditionalProperties { get; set; } = new Dictionary<string, object>();

    public ChannelInfo Channel { get; set; }
    public string EventType { get; set; }
    public TeamsMeetingInfo Meeting { get; set; }
    public NotificationInfo Notification { get; set; }
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public IList<OnBehalfOf> OnBehalfOf { get; } = [];

    public TeamsChannelDataSettings Settings { get; set; }
    public TeamInfo Team { get; set; }
    public TenantInfo Tenant { get; set; }
}

public class TeamsChannelDataSettings
{
    public TeamsChannelDataSettings() { }

    public TeamsChannelDataSettings(ChannelInfo channel = default) => SelectedChannel = channel;

    [JsonExtensionData]
    public IDictionary<string, object> AdditionalProperties { get; set; } = new Dictionary<string, object>();

    public ChannelInfo SelectedChannel { get; set; }
}

public class ChannelInfo
{
    public ChannelInfo() { }

    public ChannelInfo(string id = default, string name = default) => (Id, Name) = (id, name);

    public string Id { get; set; }
    public string Name { get; set; }
    public string Type { get; set; }
}

public class TeamInfo
{
    public TeamInfo() { }

    public TeamInfo(string id = default, string name = default) => (Id, Name) = (id, name);

    public string AadGroupId { get; set; }
    public string Id { get; set; }
    public string Name { get; set; }
}

public class TenantInfo
{
    public TenantInfo() { }

    public TenantInfo(string id = default) => Id = id;

    public string Id { get; set; }
}

public class NotificationInfo
{
    public NotificationInfo() { }

    public NotificationInfo(bool? alert = default) => Alert = alert;

    public bool? Alert { get; set; }
    public bool? AlertInMeeting { get; set; }
    public string ExternalResourceUrl { get; set; }
}

public class OnBehalfOf
{
    public string DisplayName { get; set; }
    [JsonPropertyName("itemid")]
    public int ItemId { get; set; }
    public string MentionType { get; set; }
    public string Mri { get; set; }
}

public class TeamsMeetingInfo
{
    public TeamsMeetingInfo() { }

    public TeamsMeetingInfo(string id = default) => Id = id;

    public string Id { get; set; }
}
