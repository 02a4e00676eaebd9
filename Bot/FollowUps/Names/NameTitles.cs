using CoachBot.Content;

namespace CoachBot.FollowUps.Names;

// Prompts/names/titles.yaml: what stands around a name and is not part of it.
internal sealed class NameTitles
{
    private const string File = "names/titles.yaml";
    private const int MostWords = 3;

    private readonly HashSet<string> _before;
    private readonly HashSet<string> _after;
    private readonly HashSet<string> _everywhere;
    private readonly HashSet<string> _small;
    private readonly string[] _endings;

    private NameTitles(YamlPart? file)
    {
        file?.Knows("before", "after", "everywhere", "endings", "small-words");
        _before = Entries(file, "before", MostWords);
        _after = Entries(file, "after", MostWords);
        _everywhere = Entries(file, "everywhere", 1);
        _small = Entries(file, "small-words", 1);
        _endings = [.. Entries(file, "endings", 1).OrderByDescending(e => e.Length).ThenBy(e => e, StringComparer.Ordinal)];
    }

    public static NameTitles Read(ContentFolder folder, Mistakes mistakes) => new(folder.Yaml(File, mistakes));

    /// <summary>What is left without titles and articles, at least one word if there was one. What it gives, it leaves as it is.</summary>
    public List<string> Dropped(List<string> words)
    {
        while (words.Count > 0 && (DropEverywhere(words) || DropBefore(words) || DropAfter(words) || DropEnding(words)))
        {
        }

        return words;
    }

    /// <summary>The words that tell people apart; all of them if they are all small.</summary>
    public IReadOnlyList<string> WithoutSmallWords(List<string> words) =>
        words.FindAll(w => !_small.Contains(w)) is { Count: > 0 } telling ? telling : words;

    public bool IsSmall(string word) => _small.Contains(word);

    private bool DropEverywhere(List<string> words) => words.Count > 1
        && words.FindIndex(_everywhere.Contains) is >= 0 and var at && Cut(words, at, 1);

    private bool DropBefore(List<string> words)
    {
        for (var count = Math.Min(MostWords, words.Count - 1); count > 0; count--)
        {
            // "M. K." is two initials, "M. Dupont" a gentleman.
            var mayBeInitial = count == 1 && words[0].Length == 1 && words[1].Length == 1;
            if (!mayBeInitial && _before.Contains(Joined(words, 0, count)))
                return Cut(words, 0, count);
        }

        return false;
    }

    private bool DropAfter(List<string> words)
    {
        for (var count = Math.Min(MostWords, words.Count - 1); count > 0; count--)
        {
            if (_after.Contains(Joined(words, words.Count - count, count)))
                return Cut(words, words.Count - count, count);
        }

        return false;
    }

    // Where words are written without gaps, a title is the end of a word.
    private bool DropEnding(List<string> words)
    {
        if (words[^1][^1] < 128)
            return false;
        var ending = Array.Find(_endings, e => words[^1].Length > e.Length && words[^1].EndsWith(e, StringComparison.Ordinal));
        if (ending is not null)
            words[^1] = words[^1][..^ending.Length];
        return ending is not null;
    }

    private static bool Cut(List<string> words, int at, int count)
    {
        words.RemoveRange(at, count);
        return true;
    }

    private static string Joined(List<string> words, int at, int count) => count == 1 ? words[at] : string.Join(' ', words.GetRange(at, count));

    private static HashSet<string> Entries(YamlPart? file, string list, int mostWords)
    {
        var entries = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in file?.Items(list) ?? [])
        {
            var words = NameFolding.Words(item.AsText());
            if (words.Count == 0 || words.Count > mostWords)
                item.Mistake($"an entry of '{list}' has {(mostWords == 1 ? "one word" : $"one to {mostWords} words")}, not {words.Count}");
            else if (!entries.Add(string.Join(' ', words)))
                item.Mistake($"'{string.Join(' ', words)}' is there twice: case, marks and dots make no difference");
        }

        return entries;
    }
}
