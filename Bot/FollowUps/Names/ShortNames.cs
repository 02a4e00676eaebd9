using CoachBot.Content;

namespace CoachBot.FollowUps.Names;

// Prompts/names/short-names.yaml: names that stand for each other, and the endings that make a pet name.
internal sealed class ShortNames
{
    private const string File = "names/short-names.yaml";
    private const int ShortestStem = 3;

    private readonly Dictionary<string, int[]> _groups = new(StringComparer.Ordinal);
    private readonly List<string> _endings = [];

    private ShortNames()
    {
    }

    public static ShortNames Read(ContentFolder folder, Mistakes mistakes)
    {
        var shorts = new ShortNames();
        if (folder.Yaml(File, mistakes)?.Knows("endings", "groups") is not { } file)
            return shorts;
        shorts._endings.AddRange(file.Items("endings").Select(Word).OfType<string>());
        var number = 0;
        foreach (var group in file.Items("groups"))
            shorts.Add(group, number++);
        return shorts;
    }

    public NameWord Word(string text) => new(text, _groups.GetValueOrDefault(text) ?? []);

    /// <summary>Whether the one is the beginning of the other with a pet name's ending: Andy of Andreas, Steffi of Stefanie.</summary>
    public bool IsPetName(string pet, string full)
    {
        if (pet.Length <= ShortestStem || full.Length < ShortestStem || pet[..ShortestStem] is var start && !full.StartsWith(start, StringComparison.Ordinal))
            return false;
        return _endings.Exists(ending => pet.EndsWith(ending, StringComparison.Ordinal) && IsStem(pet.AsSpan(0, pet.Length - ending.Length), full));
    }

    private static bool IsStem(ReadOnlySpan<char> stem, string full) =>
        stem.Length >= ShortestStem
        && (full.AsSpan().StartsWith(stem)
            || (stem.Length > ShortestStem && stem[^1] == stem[^2] && full.AsSpan().StartsWith(stem[..^1])));

    private void Add(YamlPart group, int number)
    {
        var names = group.AsItems().Select(item => (Item: item, Name: Word(item))).ToList();
        if (names.Count == 1)
            group.Mistake("a group has at least two names");
        foreach (var (item, name) in names)
        {
            if (name is null)
                continue;
            var known = _groups.GetValueOrDefault(name) ?? [];
            if (known.Contains(number))
                item.Mistake($"'{name}' is in this group twice: case and marks make no difference");
            else
                _groups[name] = [.. known, number];
        }
    }

    private static string? Word(YamlPart item)
    {
        if (NameFolding.Words(item.AsText()) is [var word])
            return word;
        item.Mistake("this should be one word");
        return null;
    }
}
