using CoachBot.Content;

namespace CoachBot.Reading;

// Prompts/reading/word-families/: words that do the same work in a no. What is learnt about one holds for all.
internal sealed class WordFamilies
{
    private const string Folder = "reading/word-families";
    private const int ShortestBeginning = 2;
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _wordLookup;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _beginningLookup;

    private WordFamilies()
    {
        _wordLookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _beginningLookup = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static WordFamilies Read(ContentFolder folder, Mistakes mistakes)
    {
        var families = new WordFamilies();
        foreach (var file in folder.YamlFiles(Folder, mistakes))
            families.AddAll(file);
        return families;
    }

    private void AddAll(YamlPart file)
    {
        file.Knows("families");
        foreach (var (name, words) in file.Required("families")?.Entries() ?? [])
        {
            _names.Add("@" + name);
            foreach (var word in words.AsItems())
                Add(word);
        }
    }

    /// <summary>The name of the word's family; empty for a word that has none.</summary>
    public string Of(ReadOnlySpan<char> word)
    {
        if (_wordLookup.TryGetValue(word, out var family))
            return _names[family];
        for (var length = word.Length; length >= ShortestBeginning; length--)
        {
            if (_beginningLookup.TryGetValue(word[..length], out family))
                return _names[family];
        }

        return "";
    }

    private void Add(YamlPart part)
    {
        var text = part.AsText();
        var beginning = text.EndsWith('*');
        var word = string.Create(text.Length - (beginning ? 1 : 0), text, (folded, from) =>
        {
            for (var i = 0; i < folded.Length; i++)
                folded[i] = Letters.Fold(from[i]);
        });
        if (word.Length < ShortestBeginning && beginning)
            part.Mistake($"'{text}' begins too many words");
        else if (!(beginning ? _beginnings : _words).TryAdd(word, _names.Count - 1))
            part.Mistake($"'{text}' is in two families, or twice in one");
    }
}
