using CoachBot.Content;

namespace CoachBot.Scripts;

// Prompts/scripts/slots.yaml: the word lists by which an offer or an alias becomes part of a sentence.
internal sealed class SlotWords
{
    public const string File = "scripts/slots.yaml";

    private static readonly string[] Lists =
        ["no-offer", "articles", "told-by", "openers", "cut-before", "long-cut-before", "yours", "everyday", "no-name", "titles", "particles"];

    private readonly Dictionary<string, HashSet<string>> _lists;

    private SlotWords(Dictionary<string, HashSet<string>> lists) => _lists = lists;

    public static SlotWords Read(ContentFolder folder, Mistakes mistakes)
    {
        var file = folder.Yaml(File, mistakes)?.Knows(Lists);
        return new(Lists.ToDictionary(l => l, l => file?.Texts(l).Select(t => t.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal) ?? []));
    }

    public bool Has(string list, string word) => _lists[list].Contains(word.ToLowerInvariant());

    public IEnumerable<string> All(string list) => _lists[list];
}
