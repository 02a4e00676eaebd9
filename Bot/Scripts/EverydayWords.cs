using CoachBot.Content;
using CoachBot.Reading;

namespace CoachBot.Scripts;

// Prompts/model/wording-words.yaml: words that state no fact, whatever their ending.
internal sealed class EverydayWords
{
    public const string File = "model/wording-words.yaml";

    private static readonly string[] Endings = ["s", "es", "d", "ed", "ing", "er", "est", "ly"];

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    public static EverydayWords Read(ContentFolder folder, WordLists lists, Mistakes mistakes)
    {
        var everyday = new EverydayWords();
        foreach (var line in folder.Yaml(File, mistakes)?.Knows("words").Texts("words") ?? [])
            everyday._words.UnionWith(lists.Words(line));
        return everyday;
    }

    public bool Has(string word) => Has(_words, word);

    public static bool Has(IReadOnlySet<string> words, string word) => words.Contains(word) || Stems(word).Any(words.Contains);

    // asking, asks: ask; making: make; stopped: stop; tries: try
    private static IEnumerable<string> Stems(string word)
    {
        foreach (var ending in Endings.Where(e => word.Length > e.Length + 1 && word.EndsWith(e, StringComparison.Ordinal)))
        {
            var stem = word[..^ending.Length];
            yield return stem;
            if (ending is "ing" or "er" or "est" or "ed")
                yield return stem + "e";
            if (stem.Length > 2 && stem[^1] == stem[^2])
                yield return stem[..^1];
            if (stem[^1] == 'i')
                yield return stem[..^1] + "y";
        }
    }
}
