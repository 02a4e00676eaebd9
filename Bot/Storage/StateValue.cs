using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoachBot.Storage;

/// <summary>A value whose type the code around it does not say: the entries of state, of a dialog's memory, of an activity's value.</summary>
internal sealed class StateValue(StateTypes types) : JsonConverter<object?>
{
    private const string TypeKey = "$type", ValueKey = "$value";
    // A map that holds itself would otherwise end the process with a stack overflow.
    private const int Deepest = 64;

    public override bool HandleNull => true;

    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options)
    {
        if (writer.CurrentDepth > Deepest)
            throw new JsonException($"State is nested deeper than {Deepest} levels, or holds itself.");
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case List<object?> list: WriteList(writer, list, options); break;
            case var foreign when ForeignJson.TryRead(foreign, out var plain): Write(writer, plain, options); break;
            case IDictionary<string, object?> map: WriteMap(writer, map, options); break;
            default: WriteNamed(writer, value, options); break;
        }
    }

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null: return null;
            case JsonTokenType.String: return reader.GetString();
            case JsonTokenType.True: return true;
            case JsonTokenType.False: return false;
            case JsonTokenType.Number: return reader.TryGetInt32(out var number) ? number : (object)reader.GetDouble();
            case JsonTokenType.StartArray: return ReadList(ref reader, options);
            case JsonTokenType.StartObject: return ReadObject(ref reader, options);
            default: throw new JsonException($"State cannot begin with {reader.TokenType}.");
        }
    }

    public void WriteMap(Utf8JsonWriter writer, IDictionary<string, object?> map, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in map)
        {
            writer.WritePropertyName(key.StartsWith('$') ? "$" + key : key);
            Write(writer, value, options);
        }

        writer.WriteEndObject();
    }

    public Dictionary<string, object?> ReadMap(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        reader.Read();
        return ReadEntries(ref reader, options);
    }

    private void WriteList(Utf8JsonWriter writer, List<object?> list, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in list)
            Write(writer, item, options);
        writer.WriteEndArray();
    }

    private void WriteNamed(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(TypeKey, types.NameOf(value.GetType()));
        writer.WritePropertyName(ValueKey);
        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
        writer.WriteEndObject();
    }

    private List<object?> ReadList(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var list = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            list.Add(Read(ref reader, typeof(object), options));
        return list;
    }

    private object? ReadObject(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(TypeKey)
            ? ReadNamed(ref reader, options)
            : ReadEntries(ref reader, options);
    }

    private object? ReadNamed(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        reader.Read();
        var type = types.TypeOf(reader.TokenType == JsonTokenType.String ? reader.GetString()! : "");
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals(ValueKey))
            throw new JsonException($"{TypeKey} is not followed by {ValueKey}.");
        reader.Read();
        var value = JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(type));
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndObject)
            throw new JsonException($"{ValueKey} is followed by something else.");
        return value;
    }

    // The reader stands on the first key, or on the end of an empty map.
    private Dictionary<string, object?> ReadEntries(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var map = new Dictionary<string, object?>();
        for (; reader.TokenType == JsonTokenType.PropertyName; reader.Read())
        {
            var key = reader.GetString()!;
            if (key.StartsWith('$'))
                key = key.StartsWith("$$", StringComparison.Ordinal) ? key[1..] : throw new JsonException($"State does not use the key '{key}' here.");
            reader.Read();
            if (!map.TryAdd(key, Read(ref reader, typeof(object), options)))
                throw new JsonException($"The key '{key}' is there twice.");
        }

        return map;
    }
}

/// <summary>A map that is declared as one: its keys are written as in <see cref="StateValue"/>, and nothing in it is taken for a type's name.</summary>
internal sealed class StateMap(StateValue values) : JsonConverter<IDictionary<string, object?>>
{
    public override void Write(Utf8JsonWriter writer, IDictionary<string, object?> value, JsonSerializerOptions options) =>
        values.WriteMap(writer, value, options);

    public override IDictionary<string, object?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject ? values.ReadMap(ref reader, options) : throw new JsonException("A map was expected here.");
}
