using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>
/// State as JSON that stays in this process: for noticing changes, and for copies in which an <see cref="object"/> comes back as the
/// type it had.
/// </summary>
internal static class StateJson
{
    private const string TypeName = "$type";
    private const string Value = "$value";

    private static readonly JsonSerializerOptions Plain = new(ProtocolJson.Options) { IncludeFields = true };
    private static readonly JsonSerializerOptions Typed = new(Plain) { Converters = { new TypedObject() } };

    /// <summary>Equal for equal content, whatever the types.</summary>
    internal static byte[] Fingerprint(object state) => JsonSerializer.SerializeToUtf8Bytes(state, Plain);

    internal static byte[] Write(object value) => JsonSerializer.SerializeToUtf8Bytes(value, Typed);

    internal static object Read(byte[] json) => JsonSerializer.Deserialize<object>(json, Typed);

    /// <summary>A value that a storage gave back without its type.</summary>
    internal static T To<T>(object value) => value switch
    {
        T same => same,
        JsonNode node => node.Deserialize<T>(Plain),
        JsonElement element => element.Deserialize<T>(Plain),
        _ when ProtocolJson.IsForeignJson(value.GetType()) => JsonSerializer.Deserialize<T>(value.ToString(), Plain),
        _ => JsonSerializer.SerializeToElement(value, value.GetType(), Plain).Deserialize<T>(Plain),
    };

    // The types that were written, by the number under which they were: one that never was cannot be asked for.
    private static class KnownTypes
    {
        private static readonly ConcurrentDictionary<Type, int> Numbers = new();
        private static readonly ConcurrentDictionary<int, Type> Types = new();
        private static int _last;

        internal static int NumberOf(Type type)
        {
            if (Numbers.TryGetValue(type, out var known))
                return known;
            var number = Interlocked.Increment(ref _last);
            Types[number] = type;
            return Numbers.GetOrAdd(type, number);
        }

        internal static Type Find(int number) => Types.GetValueOrDefault(number) ?? throw new JsonException("State names a type that was never written.");
    }

    private sealed class TypedObject : JsonConverter<object>
    {
        public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.String: return reader.GetString();
                case JsonTokenType.True: return true;
                case JsonTokenType.False: return false;
                case JsonTokenType.Number: return reader.TryGetInt64(out var whole) ? whole : reader.GetDouble();
                default: return IsTyped(reader) ? ReadTyped(ref reader, options) : JsonElement.ParseValue(ref reader);
            }
        }

        // The reader is a copy: looking ahead does not move the caller's.
        private static bool IsTyped(Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.StartObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(TypeName)
            && reader.Read() && reader.TokenType == JsonTokenType.Number && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(Value);

        private static object ReadTyped(ref Utf8JsonReader reader, JsonSerializerOptions options)
        {
            reader.Read();
            reader.Read();
            var type = KnownTypes.Find(reader.GetInt32());
            reader.Read();
            reader.Read();
            var value = JsonSerializer.Deserialize(ref reader, type, options);
            reader.Read();
            return value;
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
            writer.WriteNumber(TypeName, KnownTypes.NumberOf(type));
            writer.WritePropertyName(Value);
            JsonSerializer.Serialize(writer, value, type, options);
            writer.WriteEndObject();
        }
    }
}
