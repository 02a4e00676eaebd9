using System.Reflection;
using System.Text.RegularExpressions;
using CoachBot.Content;

namespace CoachBot.Conversation;

/// <summary>What the coach says outside flows and scripts, by key: Prompts/phrases/en.yaml.</summary>
public sealed partial class Phrases
{
    private readonly Dictionary<string, string> _texts = [];
    private readonly Dictionary<string, YamlPart> _places = [];

    private Phrases(YamlPart file) => Keep("", file);

    public static Phrases? Read(ContentFolder folder, Mistakes mistakes) =>
        folder.Yaml("phrases/en.yaml", mistakes) is { } file ? new Phrases(file) : null;

    /// <summary>The text under a key, with its {slots} filled.</summary>
    /// <exception cref="KeyNotFoundException">No such key: <see cref="Require"/> was not asked for it at the start.</exception>
    public string Say(string key, params ReadOnlySpan<(string Slot, string Value)> slots)
    {
        var text = _texts[key];
        foreach (var (slot, value) in slots)
            text = text.Replace('{' + slot + '}', value, StringComparison.Ordinal);
        return text;
    }

    public bool Has(string key) => _texts.ContainsKey(key);

    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>Notes a mistake for every key that the program uses and the file lacks, and for every one that nothing uses.</summary>
    public void Require(IEnumerable<Type> words, IEnumerable<string> others, Mistakes mistakes)
    {
        var used = words.SelectMany(KeysOf).Concat(others).ToHashSet();
        foreach (var key in used.Where(k => !Has(k)).Order(StringComparer.Ordinal))
            mistakes.Add("phrases/en.yaml", 1, $"the phrase '{key}' is missing");
        foreach (var key in _texts.Keys.Where(k => !used.Contains(k)))
            _places[key].Mistake($"nothing says '{key}'");
    }

    /// <summary>The texts of the constants of a class that lists phrase keys.</summary>
    public static IEnumerable<string> KeysOf(Type words) =>
        words.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

    private void Keep(string prefix, YamlPart part)
    {
        foreach (var (name, value) in part.Entries())
        {
            var key = prefix.Length == 0 ? name : $"{prefix}.{name}";
            if (!value.IsText)
            {
                Keep(key, value);
                continue;
            }

            _texts[key] = value.AsText();
            _places[key] = value;
            foreach (Match slot in Slot().Matches(_texts[key]))
            {
                if (!Slots.Contains(slot.Groups[1].Value))
                    value.Mistake($"{{{slot.Groups[1].Value}}} is no slot; known are {string.Join(", ", Slots)}");
            }
        }
    }

    private static readonly IReadOnlyList<string> Slots = ["customer", "offer", "text", "count", "reason", "step", "guess", "link", "address", "changed", "date"];

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Slot();
}
