using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>
/// Writes a property's values as what they are (a <see cref="Mention"/> among entities), not only as what they are declared to be.
/// </summary>
internal sealed class AsRuntimeType : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => true;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var arguments = typeToConvert.IsGenericType ? typeToConvert.GetGenericArguments() : [];
        var converter = typeToConvert.Name switch
        {
            "IList`1" => typeof(Items<>).MakeGenericType(arguments),
            "IDictionary`2" => typeof(Named<>).MakeGenericType(arguments[1]),
            _ => typeof(Single<>).MakeGenericType(typeToConvert),
        };
        return (JsonConverter)Activator.CreateInstance(converter);
    }

    private static void WriteValue<T>(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (value == null || value.GetType() == typeof(T))
        {
            JsonSerializer.Serialize(writer, value, options);
        }
        else
        {
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
        }
    }

    private sealed class Single<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => JsonSerializer.Deserialize<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => WriteValue(writer, value, options);
    }

    private sealed class Items<T> : JsonConverter<IList<T>>
    {
        public override IList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => JsonSerializer.Deserialize<List<T>>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, IList<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var item in value)
            {
                WriteValue(writer, item, options);
            }

            writer.WriteEndArray();
        }
    }

    private sealed class Named<T> : JsonConverter<IDictionary<string, T>>
    {
        public override IDictionary<string, T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => JsonSerializer.Deserialize<Dictionary<string, T>>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, IDictionary<string, T> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, item) in value)
            {
                writer.WritePropertyName(name);
                WriteValue(writer, item, options);
            }

            writer.WriteEndObject();
        }
    }
}
