using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

public class TabContext
{
    public string Theme { get; set; }
}

public class TabEntityContext
{
    public string TabEntityId { get; set; }
}

public class TabRequest
{
    public TabContext Context { get; set; }
    public string State { get; set; }
    [JsonPropertyName("tabContext")]
    public TabEntityContext TabEntityContext { get; set; }
}

public class TabSubmit
{
    public TabContext Context { get; set; }
    public TabSubmitData Data { get; set; }
    [JsonPropertyName("tabContext")]
    public TabEntityContext TabEntityContext { get; set; }
}

public class TabSubmitData
{
    public string Type { get; set; }

    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement> Extra { get; set; }
}

public class TabResponse
{
    public TabResponsePayload Tab { get; set; }
}

public class TabResponsePayload
{
    public TabSuggestedActions SuggestedActions { get; set; }
    public string Type { get; set; }
    public TabResponseCards Value { get; set; }
}

public class TabResponseCards
{
    public IList<TabResponseCard> Cards { get; set; }
}

public class TabResponseCard
{
    public object Card { get; set; }
}

public class TabSuggestedActions
{
    public IList<CardAction> Actions { get; set; }
}
