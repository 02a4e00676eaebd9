using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

public class TaskModuleRequest
{
    public TaskModuleRequest() { }

    public TaskModuleRequest(object data = default, TaskModuleRequestContext context = default) => (Data, Context) = (data, context);

    public TaskModuleRequestContext Context { get; set; }
    public object Data { get; set; }
    [JsonPropertyName("tabContext")]
    public TabEntityContext TabEntityContext { get; set; }
}

public class TaskModuleRequestContext
{
    public TaskModuleRequestContext() { }

    public TaskModuleRequestContext(string theme = default) => Theme = theme;

    public string Theme { get; set; }
}

public class TaskModuleResponse
{
    public TaskModuleResponse() { }

    public TaskModuleResponse(TaskModuleResponseBase task = default) => Task = task;

    public CacheInfo CacheInfo { get; set; }
    [JsonConverter(typeof(AsRuntimeType))]
    public TaskModuleResponseBase Task { get; set; }
}

public class TaskModuleResponseBase
{
    public TaskModuleResponseBase() { }

    public TaskModuleResponseBase(string type = default) => Type = type;

    public string Type { get; set; }
}

public class TaskModuleContinueResponse : TaskModuleResponseBase
{
    public TaskModuleContinueResponse() : base("continue") { }

    public TaskModuleContinueResponse(TaskModuleTaskInfo value = default) : base("continue") => Value = value;

    public TaskModuleTaskInfo Value { get; set; }
}

public class TaskModuleMessageResponse : TaskModuleResponseBase
{
    public TaskModuleMessageResponse() : base("message") { }

    public TaskModuleMessageResponse(string value = default) : base("message") => Value = value;

    public string Value { get; set; }
}

public class TaskModuleCardResponse : TaskModuleResponseBase
{
    public TaskModuleCardResponse() : base("continue") { }

    public TaskModuleCardResponse(TabResponse value) : base("continue") => Value = value;

    public TabResponse Value { get; set; }
}

public class TaskModuleTaskInfo
{
    public TaskModuleTaskInfo() { }

    public TaskModuleTaskInfo(
        string title = default, object height = default, object width = default, string url = default, Attachment card = default,
        string fallbackUrl = default, string completionBotId = default)
        => (Title, Height, Width, Url, Card, FallbackUrl, CompletionBotId) = (title, height, width, url, card, fallbackUrl, completionBotId);

    public Attachment Card { get; set; }
    public string CompletionBotId { get; set; }
    public string FallbackUrl { get; set; }
    public object Height { get; set; }
    public string Title { get; set; }
    public string Url { get; set; }
    public object Width { get; set; }
}

public class TaskModuleAction : CardAction
{
    public TaskModuleAction(string title, object value = default)
        : base("invoke", title, value: FetchData(value)) { }

    // Teams opens a dialog when the button's data says so.
    private static string FetchData(object value)
    {
        var data = value == null ? [] : JsonObject.Create(ProtocolJson.ToElement(value));
        data["type"] = "task/fetch";
        return data.ToJsonString(ProtocolJson.Options);
    }
}
