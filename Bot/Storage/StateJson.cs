using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoachBot.Storage;

/// <summary>Writes state as JSON, the same on either source of the Bot Framework, and reads it back with the types it had.</summary>
/// <remarks>
/// Text, true/false, whole numbers (int), null, lists and string-keyed maps stand as they are. Anything else is
/// {"$type": its name in <see cref="StateTypes"/>, "$value": …}. A map's own key that begins with '$' gets a second one.
/// </remarks>
public sealed class StateJson
{
    // Past what is written at most: StateValue stops at 64, and a named value adds a level.
    private const int Deepest = 80;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly JsonSerializerOptions _options;
    private readonly StateValue _values;

    public StateJson(StateTypes types)
    {
        _values = new StateValue(types);
        _options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            AllowDuplicateProperties = false,
            TypeInfoResolver = new FrameworkContract(),
            Converters = { _values, new StateMap(_values), new JsonStringEnumConverter() },
        };
        _options.MakeReadOnly();
    }

    /// <exception cref="StateTypeException">Something in the value is of a type that is not listed.</exception>
    /// <exception cref="JsonException">The value is nested too deep, or holds itself.</exception>
    public ReadOnlyMemory<byte> Write(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Writing))
            _values.Write(writer, value, _options);
        return buffer.WrittenMemory;
    }

    /// <exception cref="StateTypeException">The JSON names a type that is not listed.</exception>
    /// <exception cref="JsonException">This is not state as <see cref="Write"/> writes it.</exception>
    public object? Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Deepest });
        reader.Read();
        return _values.Read(ref reader, typeof(object), _options);
    }
}
