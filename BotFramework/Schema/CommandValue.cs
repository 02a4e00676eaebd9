using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

public class CommandValue<T>
{
    public string CommandId { get; set; }
    [JsonConverter(typeof(AsRuntimeType))]
    public T Data { get; set; }
}

public class CommandResultValue<T>
{
    public string CommandId { get; set; }
    [JsonConverter(typeof(AsRuntimeType))]
    public T Data { get; set; }

    public Error Error { get; set; }
}
