using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Schema;

/// <summary>The one way in which the protocol's objects become JSON and back.</summary>
internal static class ProtocolJson
{
    internal static JsonSerializerOptions Options { get; } = CreateOptions();

    internal static string Write(object value) => JsonSerializer.Serialize(value, value?.GetType() ?? typeof(object), Options);

    internal static JsonElement ToElement(object value) => value switch
    {
        JsonElement element => element,
        _ when IsForeignJson(value?.GetType()) => JsonElement.Parse(value.ToString()),
        _ => JsonSerializer.SerializeToElement(value, value?.GetType() ?? typeof(object), Options),
    };

    /// <summary>A value that came as JSON, or was set by a bot as an object or a JSON text, as the type that is asked for.</summary>
    /// <exception cref="JsonException">The value does not have that shape.</exception>
    internal static T To<T>(object value) => value switch
    {
        null => default,
        T same => same,
        JsonElement { ValueKind: JsonValueKind.String } text when typeof(T) != typeof(string) => Parse<T>(text.GetString()),
        string text => Parse<T>(text),
        _ => ToElement(value).Deserialize<T>(Options),
    };

    // A submitted value may itself be a JSON text, or a plain text where an enumeration or a date is expected.
    private static T Parse<T>(string text)
        => text.AsSpan().TrimStart() is ['{' or '[', ..]
            ? JsonSerializer.Deserialize<T>(text, Options)
            : JsonSerializer.SerializeToElement(text, Options).Deserialize<T>(Options);

    internal static bool IsForeignJson(Type type) => type?.Namespace == "Newtonsoft.Json.Linq";

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // Bodies are sent as application/json, never put into a page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(ProtocolJsonContext.Default, new DefaultJsonTypeInfoResolver()),
            Converters = { new LenientString(), new LenientDate(), new ForeignJson() },
        };
        options.MakeReadOnly();
        return options;
    }

    // Ids come as numbers from some clients.
    private sealed class LenientString : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => JsonElement.ParseValue(ref reader).GetRawText(),
            _ => throw new JsonException("A text was expected."),
        };

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    // A time that cannot be read is no reason to refuse a message.
    private sealed class LenientDate : JsonConverter<DateTimeOffset?>
    {
        public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                return reader.TryGetDateTimeOffset(out var iso) ? iso
                    : DateTimeOffset.TryParse(reader.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var other) ? other
                    : null;
            }

            reader.Skip();
            return null;
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
        {
            if (value == null)
            {
                writer.WriteNullValue();
            }
            else
            {
                writer.WriteStringValue(value.Value);
            }
        }
    }

    // A bot that builds its values with Newtonsoft.Json would otherwise see them turned into nonsense, without an error.
    private sealed class ForeignJson : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => IsForeignJson(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
            => (JsonConverter)Activator.CreateInstance(typeof(Raw<>).MakeGenericType(typeToConvert));

        private sealed class Raw<T> : JsonConverter<T>
        {
            public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
                => throw new NotSupportedException($"{typeToConvert} is written only; read a JsonElement.");

            public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
                => JsonElement.Parse(value.ToString()).WriteTo(writer);
        }
    }
}

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResourceResponse))]
[JsonSerializable(typeof(PagedMembersResult))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(List<ChannelAccount>))]
[JsonSerializable(typeof(List<Attachment>))]
[JsonSerializable(typeof(List<Entity>))]
[JsonSerializable(typeof(Mention))]
[JsonSerializable(typeof(HeroCard))]
[JsonSerializable(typeof(ThumbnailCard))]
[JsonSerializable(typeof(AdaptiveCardInvokeValue))]
[JsonSerializable(typeof(AdaptiveCardInvokeResponse))]
[JsonSerializable(typeof(TeamsChannelData))]
[JsonSerializable(typeof(TeamsChannelAccount))]
[JsonSerializable(typeof(TeamsPagedMembersResult))]
[JsonSerializable(typeof(TeamDetails))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class ProtocolJsonContext : JsonSerializerContext;
