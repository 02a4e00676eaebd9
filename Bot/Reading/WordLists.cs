using System.Buffers;
using CoachBot.Content;

namespace CoachBot.Reading;

// Prompts/reading/words.yaml: lists that phrases name as {list}, and other spellings of words.
internal sealed class WordLists
{
    private static readonly SearchValues<char> Syntax = SearchValues.Create("(){}|*?^$");
    private readonly Dictionary<string, List<IReadOnlyList<string>>> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _spellings = new(StringComparer.Ordinal);

    private WordLists() => Spellings = new Spellings(_spellings);

    public Spellings Spellings { get; }

    public string Names => string.Join(", ", _lists.Keys.Order(StringComparer.Ordinal));

    public static WordLists Read(ContentFolder folder, Mistakes mistakes)
    {
        var words = new WordLists();
        if (folder.Yaml("reading/words.yaml", mistakes) is not { } file)
            return words;
        file.Knows("spellings", "lists");
        foreach (var (word, meant) in file.Required("spellings")?.Entries() ?? [])
        {
            if (!words._spellings.TryAdd(word, [.. words.Words(meant.AsText())]))
                meant.Mistake($"'{word}' is spelled out twice");
        }

        foreach (var (name, entries) in file.Required("lists")?.Entries() ?? [])
            words._lists[name] = [.. entries.AsItems().Select(e => words.Entry(e))];
        return words;
    }

    public IReadOnlyList<IReadOnlyList<string>>? Find(string name) => _lists.GetValueOrDefault(name);

    /// <summary>The words of a text, as the texts that people tell are cut.</summary>
    public IReadOnlyList<string> Words(ReadOnlySpan<char> text)
    {
        var collected = new Collected();
        new Tokenizer(text, Spellings, collected).Run();
        return collected.Words;
    }

    private IReadOnlyList<string> Entry(YamlPart part)
    {
        var text = part.AsText();
        if (text.AsSpan().ContainsAny(Syntax))
            part.Mistake("the entries of a list are plain words");
        var entry = Words(text);
        if (entry.Count == 0 && text.Length > 0)
            part.Mistake("there is no word in this entry");
        return entry.Count == 0 ? ["?"] : entry;
    }

    private sealed class Collected : IWordSink
    {
        public List<string> Words { get; } = [];

        public void Add(ReadOnlySpan<char> word, int start, int end, bool opens) => Words.Add(word.ToString());
    }
}
