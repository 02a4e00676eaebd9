using CoachBot.Content;

namespace CoachBot.FollowUps.Names;

// Prompts/names/non-names.yaml: what is typed for a customer and names nobody.
internal sealed class NonNames
{
    private const string File = "names/non-names.yaml";

    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly NameTitles _titles;

    private NonNames(NameTitles titles) => _titles = titles;

    public static NonNames Read(ContentFolder folder, NameTitles titles, Mistakes mistakes)
    {
        var nobody = new NonNames(titles);
        foreach (var item in folder.Yaml(File, mistakes)?.Knows("non-names").Items("non-names") ?? [])
            nobody.Add(item);
        return nobody;
    }

    /// <summary>Whether an alias of these words names nobody: none at all, one of the list, or nothing but words of the list.</summary>
    public bool Is(List<string> words) =>
        words.Count == 0 || words.TrueForAll(_keys.Contains) || _keys.Contains(string.Join(' ', words))
        || (words.Exists(_keys.Contains) && words.TrueForAll(w => _keys.Contains(w) || _titles.IsSmall(w)));

    private void Add(YamlPart item)
    {
        var key = string.Join(' ', _titles.Dropped(NameFolding.Words(item.AsText())));
        if (key.Length == 0)
            item.Mistake("there is no word in this entry; what has none names nobody anyway");
        else if (!_keys.Add(key))
            item.Mistake($"'{key}' is there twice: case, marks, titles and articles make no difference");
    }
}
