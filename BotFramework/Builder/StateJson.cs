using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>
/// State as JSON that stays in this process: for noticing changes, and for copies in which an <see cref="object"/> comes back as the
/// type it had. The type names never leave memory, so none that is read was chosen by anyone else.
/// </summary>
internal static class StateJson
{
    private const string TypeName = "$type";
    private const string Value = "$value";

    private static readonly JsonSerializerOptions Plain = new(ProtocolJson.Options) { IncludeFields = true };
    private static readonly JsonSerializerOptions Typed = new(Plain) { Converters = { new TypedObject() } };

    /// <summary>Equal for equal content, whatever the types.</summary>
    internal static string Fingerprint(object state) => JsonSerializer.Serialize(state, Plain);

    internal static JsonNode Write(object value) => JsonSerializer.SerializeToNode(value, Typed);

    internal static object Read(JsonNode node) => node.Deserialize<object>(Typed);

    /// <summary>A value that a storage gave back without its type.</summary>
    internal static T To<T>(object value) => value switch
    {
        T same => same,
        JsonNode node => node.Deserialize<T>(Plain),
        JsonElement element => element.Deserialize<T>(Plain),
        _ when ProtocolJson.IsForeignJson(value.GetType()) => JsonSerializer.Deserialize<T>(value.ToString(), Plain),
        _ => JsonSerializer.SerializeToElement(value, value.GetType(), Plain).Deserialize<T>(Plain),
    };

    private sealed class TypedObject : JsonConverter<object>
    {
        public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var element = JsonElement.ParseValue(ref reader);
            return element.ValueKind switch
            {
                JsonValueKind.String => element.GetString(),
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.GetDouble(),
                JsonValueKind.Object when element.TryGetProperty(TypeName, out var name) && element.TryGetProperty(Value, out var value)
                    => value.Deserialize(Type.GetType(name.GetString(), throwOnError: true), options),
                _ => element,
            };
        }

        public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
        {
            var type = value.GetType();
            if (value is string or bool or long or double or JsonElement || type == typeof(object))
            {
                JsonSerializer.Serialize(writer, value, type == typeof(object) ? typeof(Dictionary<string, string>) : type, options);
                return;
            }

            writer.WriteStartObject();
            writer.WriteString(TypeName, type.AssemblyQualifiedName);
            writer.WritePropertyName(Value);
            JsonSerializer.Serialize(writer, value, type, options);
            writer.WriteEndObject();
        }
    }
}
