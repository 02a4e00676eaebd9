using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

public class ChannelAccount
{
    public ChannelAccount() { }

    public ChannelAccount(string id = default, string name = default, string role = default, string aadObjectId = default)
        => (Id, Name, Role, AadObjectId) = (id, name, role, aadObjectId);

    public string AadObjectId { get; set; }
    public string Id { get; set; }
    public string Name { get; set; }
    public string Role { get; set; }

    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement> Extra { get; set; }
}

public class ConversationAccount
{
    public ConversationAccount() { }

    public ConversationAccount(
        bool? isGroup = default, string conversationType = default, string id = default, string name = default,
        string aadObjectId = default, string role = default, string tenantId = default)
        => (IsGroup, ConversationType, Id, Name, AadObjectId, Role, TenantId)
        = (isGroup, conversationType, id, name, aadObjectId, role, tenantId);

    public string AadObjectId { get; set; }
    public string ConversationType { get; set; }
    public string Id { get; set; }
    public bool? IsGroup { get; set; }
    public string Name { get; set; }
    public string Role { get; set; }
    public string TenantId { get; set; }

    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement> Extra { get; set; }
}
