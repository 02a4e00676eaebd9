using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

public class ConfigResponseBase
{
    protected ConfigResponseBase() { }

    protected ConfigResponseBase(string responseType) => ResponseType = responseType;

    public string ResponseType { get; set; }
}

public class ConfigResponse<T> : ConfigResponseBase
{
    public ConfigResponse() : base("config") { }

    public CacheInfo CacheInfo { get; set; }

    [JsonConverter(typeof(AsRuntimeType))]
    public T Config { get; set; }
}

public class ConfigAuthResponse : ConfigResponse<BotConfigAuth>;

public class ConfigTaskResponse : ConfigResponse<TaskModuleResponseBase>;

public class BotConfigAuth
{
    public SuggestedActions SuggestedActions { get; set; }
    public string Type { get; set; } = "auth";
}
