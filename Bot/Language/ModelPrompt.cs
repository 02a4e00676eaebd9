using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CoachBot.Channels;
using CoachBot.Content;

namespace CoachBot.Language;

/// <summary>A prompt file: what it takes, declared between two lines of ---, and the instructions.</summary>
public sealed partial class ModelPrompt
{
    private readonly string _instructions;
    private readonly HashSet<string> _data;

    private ModelPrompt(string instructions, IEnumerable<string> data) => (_instructions, _data) = (instructions, [.. data]);

    public static string FileOf(string name) => $"model/{name}.md";

    /// <summary>The instructions, with the declared texts of our own in their places.</summary>
    public string Instructions(params ReadOnlySpan<(string Input, string Text)> inputs)
    {
        var text = _instructions;
        foreach (var (input, value) in inputs)
            text = text.Replace("{{" + input + "}}", value, StringComparison.Ordinal);
        return text;
    }

    /// <summary>What goes out as data: the declared fields alone, their texts without control characters and turns of direction.</summary>
    public JsonObject Data(params ReadOnlySpan<(string Field, JsonNode? Value)> fields)
    {
        var data = new JsonObject();
        foreach (var (field, value) in fields)
        {
            if (_data.Contains(field))
                data[field] = value is JsonValue text && text.TryGetValue<string>(out var words) ? PlainText.Clean(words) : value;
        }

        return data;
    }

    internal static ModelPrompt? Read(ContentFolder folder, PromptForm form, Mistakes mistakes)
    {
        var file = FileOf(form.Name);
        if (folder.Text(file, mistakes) is not { } text)
            return null;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, "---", 1);
        if (lines[0] != "---" || end < 0)
        {
            mistakes.Add(file, 1, "this file begins with what it takes, between two lines of ---");
            return null;
        }

        // The first line is kept blank, so that a mistake in the head has the file's own line.
        if (folder.Yaml(file, "\n" + string.Join('\n', lines[1..end]), mistakes)?.Knows("inputs", "data") is not { } head)
            return null;
        var inputs = Declared(head.OptionalItems("inputs"), form.Inputs, "input");
        var data = Declared(head.OptionalItems("data"), form.Data, "field");
        var body = lines[(end + 1)..];
        CheckPlaces(file, end + 2, body, inputs, form, mistakes);
        foreach (var (name, part) in inputs.Where(i => !body.Any(l => l.Contains("{{" + i.Name + "}}", StringComparison.Ordinal))))
            part.Mistake($"{{{{{name}}}}} is declared and used nowhere");
        foreach (var (name, part) in data.Where(d => !body.Any(l => l.Contains($"`{d.Name}`", StringComparison.Ordinal))))
            part.Mistake($"'{name}' is sent, and the instructions never say what it is: name it as `{name}`");
        return new ModelPrompt(string.Join('\n', body).Trim(), data.Select(d => d.Name));
    }

    private static List<(string Name, YamlPart Part)> Declared(IReadOnlyList<YamlPart> items, IReadOnlyList<string> known, string what)
    {
        foreach (var item in items.Where(i => !known.Contains(i.AsText())))
            item.Mistake($"the program has no {what} '{item.AsText()}' for this; it has {(known.Count == 0 ? "none" : string.Join(", ", known))}");
        return [.. items.Select(i => (i.AsText(), i))];
    }

    private static void CheckPlaces(string file, int first, string[] body, List<(string Name, YamlPart Part)> inputs, PromptForm form, Mistakes mistakes)
    {
        for (var line = 0; line < body.Length; line++)
        {
            foreach (var name in Place().Matches(body[line]).Select(m => m.Groups[1].Value.Trim()).Where(n => !inputs.Exists(i => i.Name == n)))
            {
                mistakes.Add(file, first + line, form.Data.Contains(name)
                    ? $"'{name}' is what a person wrote: it is sent apart, as data, and never stands in the instructions"
                    : $"{{{{{name}}}}} is not among the declared inputs");
            }
        }
    }

    [GeneratedRegex(@"\{\{([^{}]*)\}\}")]
    private static partial Regex Place();
}
