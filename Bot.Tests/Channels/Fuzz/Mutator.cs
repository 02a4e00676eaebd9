using System.Text;
using System.Text.Json.Nodes;

namespace CoachBot.Tests.Channels.Fuzz;

/// <summary>Makes activities that no channel would send, or nearly: recorded ones with some of their parts changed. The same seed makes the same.</summary>
/// <param name="recorded">Bodies of activities, as JSON.</param>
/// <param name="serviceUrl">Where most of them say that answers go to.</param>
/// <param name="seed">Of the die.</param>
#pragma warning disable CA5394 // It is to be the same again.
public sealed class Mutator(IReadOnlyList<string> recorded, string serviceUrl, int seed)
{
    private static readonly string[] OddValues =
    [
        "null", "true", "-1", "0", "1e999", "9223372036854775808", "[]", "{}", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud83d\"", "\"\\ud83d\\ude00\\u200d\"",
        "\"\\u202ereversed\"", "\"' OR 1=1; DROP TABLE inbox; --\"", "\"<script>alert(1)</script>\"", "\"../../etc/passwd\"", "\"stop\"", "\"debrief\"",
        "[null,[[]],{\"a\":[]}]", "{\"type\":{\"type\":\"message\"}}", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999+14:00\"", "NaN", "\"\\u0301\\u0301\\u0301\"",
    ];

    private readonly Random _die = new(seed);
    private int _made;

    public byte[] Next()
    {
        var activity = JsonNode.Parse(recorded[_die.Next(recorded.Count)])!.AsObject();
        activity["id"] = $"fuzz-{seed}-{(_die.Next(10) == 0 ? _made : ++_made)}";
        if (_die.Next(20) > 0)
            activity["serviceUrl"] = serviceUrl;
        if (activity["conversation"] is JsonObject conversation && _die.Next(2) == 0)
            conversation["id"] = $"a:fuzz-{_die.Next(200)}";
        var odd = new List<string>();
        for (var changes = _die.Next(1, 4); changes > 0; changes--)
            Change(activity, odd);
        var text = odd.Select((value, at) => (value, at)).Aggregate(activity.ToJsonString(), (json, change) => json.Replace($"\"@odd{change.at}\"", change.value, StringComparison.Ordinal));
        var bytes = Encoding.UTF8.GetBytes(text);
        return _die.Next(4) == 0 ? Bytes(bytes) : bytes;
    }

    // One part of the tree: gone, put elsewhere, renamed, or something odd in its place.
    private void Change(JsonObject activity, List<string> odd)
    {
        var parts = Objects(activity).ToList();
        var part = parts[_die.Next(parts.Count)];
        if (part.Count == 0)
            return;
        var name = part.ElementAt(_die.Next(part.Count)).Key;
        switch (_die.Next(6))
        {
            case 0:
                part.Remove(name);
                break;
            case 1:
                part[name] = parts[_die.Next(parts.Count)].DeepClone();
                break;
            case 2:
                var value = part[name]?.DeepClone();
                part.Remove(name);
                part[_die.Next(2) == 0 ? name.ToUpperInvariant() : name + "\u00e9"] = value;
                break;
            case 3:
                part[name] = new string((char)_die.Next('a', 'z'), _die.Next(1, 5000));
                break;
            default:
                part[name] = $"@odd{odd.Count}";
                odd.Add(_die.Next(30) == 0 ? Deep(_die.Next(2, 200)) : OddValues[_die.Next(OddValues.Length)]);
                break;
        }
    }

    private byte[] Bytes(byte[] bytes)
    {
        var at = _die.Next(bytes.Length);
        switch (_die.Next(4))
        {
            case 0:
                bytes[at] = (byte)_die.Next(256);
                return bytes;
            case 1:
                return bytes[..at];
            case 2:
                return [.. bytes[..at], (byte)_die.Next(256), .. bytes[at..]];
            default:
                return [.. bytes[..at], .. bytes[(at / 2)..]];
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject part => [part, .. part.SelectMany(entry => Objects(entry.Value))],
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };

    private static string Deep(int depth) => new string('[', depth) + new string(']', depth);
}
#pragma warning restore CA5394
