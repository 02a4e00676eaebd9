using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace CoachBot.Channels;

/// <summary>What has to be known of an activity before anybody is asked to read it.</summary>
public readonly record struct Envelope(string? ServiceUrl, string? Tenant);

/// <summary>
/// One pass over a body: JSON of sane depth, in valid UTF-8, without names that stand twice (readers differ in which
/// one they believe) and with the protocol's own properties of the right kind.
/// </summary>
public static class InboundJson
{
    public const int Deepest = 64;
    private const int MostNames = 1_000;

    /// <summary>False for a body that no channel sends.</summary>
    public static bool TryRead(ReadOnlySpan<byte> json, out Envelope envelope)
    {
        envelope = default;
        if (!Utf8.IsValid(json) || HasLoneSurrogate(json))
            return false;

        var pass = new Pass();
        try
        {
            return pass.Read(json, out envelope);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }
        finally
        {
            pass.Return();
        }
    }

    // Escapes are only allowed inside strings, so a walk from escape to escape is enough.
    private static bool HasLoneSurrogate(ReadOnlySpan<byte> json)
    {
        while (json.IndexOf((byte)'\\') is >= 0 and var at && at + 1 < json.Length)
        {
            json = json[at..];
            if (json[1] != 'u')
            {
                json = json[2..];
                continue;
            }

            var unit = Unit(json);
            json = json[Math.Min(6, json.Length)..];
            if (!char.IsSurrogate(unit))
                continue;
            if (!char.IsHighSurrogate(unit) || !char.IsLowSurrogate(Unit(json)))
                return true;
            json = json[6..];
        }

        return false;
    }

    private static char Unit(ReadOnlySpan<byte> escape) =>
        escape is [(byte)'\\', (byte)'u', _, _, _, _, ..]
        && ushort.TryParse(escape[2..6], System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unit) ? (char)unit : '\0';

    private ref struct Pass
    {
        private ulong[] _names;
        private int _count;
        private string? _serviceUrl;
        private string? _tenant;
        private string? _type;

        public bool Read(ReadOnlySpan<byte> json, out Envelope envelope)
        {
            _names = ArrayPool<ulong>.Shared.Rent(256);
            Span<int> starts = stackalloc int[Deepest + 1];
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Deepest });
            Place place = default;
            envelope = default;

            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        starts[reader.CurrentDepth] = _count;
                        break;
                    case JsonTokenType.EndObject:
                        _count = starts[reader.CurrentDepth];
                        break;
                    case JsonTokenType.PropertyName:
                        if (!AddName(ref reader, starts[reader.CurrentDepth - 1], out var name))
                            return false;
                        place = place.At(reader.CurrentDepth, name);
                        continue;
                    // A number past every double would become infinity or an exception, depending on the reader.
                    case JsonTokenType.Number when reader.ValueSpan.Length > 3 && !(reader.TryGetDouble(out var number) && double.IsFinite(number)):
                        return false;
                }

                if (!Take(ref reader, place))
                    return false;
            }

            envelope = new Envelope(_serviceUrl, _tenant);
            return !string.IsNullOrEmpty(_type);
        }

        public readonly void Return()
        {
            if (_names is not null)
                ArrayPool<ulong>.Shared.Return(_names);
        }

        // Two names count as one if their case-folded hashes are equal: that hits a false friend once in 10^17 bodies.
        private bool AddName(ref Utf8JsonReader reader, int start, out ulong name)
        {
            name = reader.ValueIsEscaped ? Hash(Encoding.UTF8.GetBytes(reader.GetString()!)) : Hash(reader.ValueSpan);
            if (_count - start >= MostNames || _names.AsSpan(start, _count - start).Contains(name))
                return false;

            if (_count == _names.Length)
            {
                var larger = ArrayPool<ulong>.Shared.Rent(_count * 2);
                _names.CopyTo(larger, 0);
                ArrayPool<ulong>.Shared.Return(_names);
                _names = larger;
            }

            _names[_count++] = name;
            return true;
        }

        // Only what stands directly in the activity, its conversation's tenant and its channel data's tenant is looked at.
        private bool Take(ref Utf8JsonReader reader, Place place)
        {
            var depth = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? reader.CurrentDepth + 1 : reader.CurrentDepth;
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray || reader.TokenType == JsonTokenType.Null)
                return true;

            if (place.Depth == 1 && depth == (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 2 : 1))
            {
                if (!Kinds.Fits(place.First, reader.TokenType))
                    return false;
                if (place.First == Kinds.Type)
                    _type = reader.GetString();
                else if (place.First == Kinds.ServiceUrl)
                    _serviceUrl = reader.GetString();
                return true;
            }

            if (reader.TokenType == JsonTokenType.String && place.IsTenant(reader.CurrentDepth))
                _tenant = reader.GetString();
            return true;
        }
    }

    /// <summary>The names above the value that is being read, to the third.</summary>
    private readonly record struct Place(int Depth, ulong First, ulong Second, ulong Third)
    {
        public Place At(int depth, ulong name) => depth switch
        {
            1 => new(1, name, 0, 0),
            2 => this with { Depth = 2, Second = name, Third = 0 },
            3 => this with { Depth = 3, Third = name },
            _ => this with { Depth = depth },
        };

        public bool IsTenant(int depth) =>
            (depth == 2 && Depth == 2 && First == Kinds.Conversation && Second == Kinds.TenantId)
            || (depth == 3 && Depth == 3 && First == Kinds.ChannelData && Second == Kinds.Tenant && Third == Kinds.Id);
    }

    private static class Kinds
    {
        public static readonly ulong Type = Hash("type"u8);
        public static readonly ulong ServiceUrl = Hash("serviceUrl"u8);
        public static readonly ulong Conversation = Hash("conversation"u8);
        public static readonly ulong ChannelData = Hash("channelData"u8);
        public static readonly ulong TenantId = Hash("tenantId"u8);
        public static readonly ulong Tenant = Hash("tenant"u8);
        public static readonly ulong Id = Hash("id"u8);

        private static readonly Dictionary<ulong, JsonTokenType> Expected = new()
        {
            [Type] = JsonTokenType.String,
            [ServiceUrl] = JsonTokenType.String,
            [Hash("text"u8)] = JsonTokenType.String,
            [Hash("channelId"u8)] = JsonTokenType.String,
            [Hash("deliveryMode"u8)] = JsonTokenType.String,
            [Hash("locale"u8)] = JsonTokenType.String,
            [Hash("name"u8)] = JsonTokenType.String,
            [Hash("textFormat"u8)] = JsonTokenType.String,
            [Conversation] = JsonTokenType.StartObject,
            [Hash("from"u8)] = JsonTokenType.StartObject,
            [Hash("recipient"u8)] = JsonTokenType.StartObject,
            [Hash("relatesTo"u8)] = JsonTokenType.StartObject,
            [Hash("attachments"u8)] = JsonTokenType.StartArray,
            [Hash("entities"u8)] = JsonTokenType.StartArray,
            [Hash("membersAdded"u8)] = JsonTokenType.StartArray,
            [Hash("membersRemoved"u8)] = JsonTokenType.StartArray,
            [Hash("reactionsAdded"u8)] = JsonTokenType.StartArray,
            [Hash("reactionsRemoved"u8)] = JsonTokenType.StartArray,
        };

        public static bool Fits(ulong name, JsonTokenType kind) => !Expected.TryGetValue(name, out var expected) || expected == kind;
    }

    // FNV-1a over the name with ASCII letters made small: the activity's reader does not mind case, so neither may this.
    private static ulong Hash(ReadOnlySpan<byte> name)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in name)
            hash = (hash ^ (letter is >= (byte)'A' and <= (byte)'Z' ? (byte)(letter | 0x20) : letter)) * 1099511628211UL;
        return hash;
    }
}
