using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace CoachBot.Content;

/// <summary>A part of a YAML file that knows its place, so that whatever is wrong with it is reported with file and line.</summary>
public sealed class YamlPart(string file, YamlNode node, Mistakes mistakes)
{
    public string File { get; } = file;

    public int Line => (int)Math.Max(1, node.Start.Line);

    public void Mistake(string what) => mistakes.Add(File, Line, what);

    /// <summary>Notes a mistake for every key that is not one of these.</summary>
    public YamlPart Knows(params ReadOnlySpan<string> keys)
    {
        foreach (var (key, value) in Entries())
        {
            if (!keys.Contains(key))
                value.Mistake($"'{key}' is not known here; known are {string.Join(", ", keys.ToArray())}");
        }

        return this;
    }

    /// <summary>The keys and parts of a mapping in the file's order; a mistake and nothing if this is not a mapping.</summary>
    public IReadOnlyList<(string Key, YamlPart Value)> Entries()
    {
        if (node is YamlMappingNode map)
            return [.. map.Children.Select(c => (((YamlScalarNode)c.Key).Value ?? "", Part(c.Value)))];
        Mistake("this should be keys with values (key: value)");
        return [];
    }

    public YamlPart? Optional(string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? Part(value) : null;

    public YamlPart? Required(string key)
    {
        var part = Optional(key);
        if (part is null)
            Mistake($"'{key}' is missing");
        return part;
    }

    /// <summary>The text under a key; empty, with the mistake noted, if there is none.</summary>
    public string Text(string key) => Required(key)?.AsText() ?? "";

    public string? OptionalText(string key) => Optional(key)?.AsText();

    public bool Flag(string key) => Optional(key)?.AsText() switch
    {
        null or "false" => false,
        "true" => true,
        var other => Wrong($"'{key}' is true or false, not '{other}'", false),
    };

    public int? Whole(string key) => Optional(key) is { } part
        ? int.TryParse(part.AsText(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : part.Wrong<int?>($"'{key}' is a whole number", null)
        : null;

    /// <summary>The items of the list under a key; a mistake and nothing if it is missing or no list.</summary>
    public IReadOnlyList<YamlPart> Items(string key) => Required(key)?.AsItems() ?? [];

    public IReadOnlyList<YamlPart> OptionalItems(string key) => Optional(key)?.AsItems() ?? [];

    public IReadOnlyList<string> Texts(string key) => [.. Items(key).Select(i => i.AsText())];

    public IReadOnlyList<string> OptionalTexts(string key) => [.. OptionalItems(key).Select(i => i.AsText())];

    public string AsText()
    {
        if (node is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
            return text.Trim();
        return Wrong("this should be a text, and not empty", "");
    }

    public bool IsText => node is YamlScalarNode;

    public bool IsList => node is YamlSequenceNode;

    public IReadOnlyList<YamlPart> AsItems() =>
        node is YamlSequenceNode list ? [.. list.Children.Select(Part)] : Wrong<IReadOnlyList<YamlPart>>("this should be a list (- item)", []);

    private YamlPart Part(YamlNode child) => new(File, child, mistakes);

    private T Wrong<T>(string what, T instead)
    {
        Mistake(what);
        return instead;
    }
}
