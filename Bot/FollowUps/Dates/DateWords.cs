using CoachBot.Content;

namespace CoachBot.FollowUps.Dates;

/// <summary>The words for dates of one language: Prompts/dates/&lt;language&gt;.yaml.</summary>
public sealed class DateWords
{
    private const string Folder = "dates";
    private static readonly string[] Languages = ["de", "en", "es", "fr"];

    private readonly Dictionary<string, Sense[]> _senses;
    private readonly HashSet<string> _weak;
    private readonly Dictionary<string, DateOrder> _orders;
    private readonly int _longest;

    internal DateWords(string language, DateWordsFile file, DateSay say)
    {
        Language = language;
        Say = say;
        _senses = file.Senses.ToDictionary(s => s.Key, s => s.Value.Distinct().ToArray(), StringComparer.Ordinal);
        _longest = _senses.Keys.Select(k => k.Count(c => c == ' ') + 1).DefaultIfEmpty(1).Max();
        (_weak, _orders, HalfIsBefore, NextIsComing) = (file.Weak, file.Orders, file.HalfIsBefore, file.NextIsComing);
    }

    public string Language { get; }

    internal DateSay Say { get; }

    // "halb neun" is 8:30; "half nine" is 9:30.
    internal bool HalfIsBefore { get; }

    // "le prochain mardi" is the coming one; "next Tuesday" may be the one after.
    internal bool NextIsComing { get; }

    /// <summary>The words of every language, by language; whatever is wrong in the files is noted.</summary>
    public static IReadOnlyDictionary<string, DateWords> ReadAll(ContentFolder folder, Mistakes mistakes)
    {
        var files = Languages.Select(l => $"{Folder}/{l}.yaml").Union(folder.Files(Folder, "*.yaml"));
        var all = new SortedDictionary<string, DateWords>(StringComparer.Ordinal);
        foreach (var file in files.Select(f => folder.Yaml(f, mistakes)).OfType<YamlPart>())
        {
            var language = Path.GetFileNameWithoutExtension(file.File);
            all[language] = new(language, new DateWordsFile(file), DateSay.Read(file));
        }

        return all;
    }

    // Which comes first in 3/6, in a region such as GB (empty if unknown).
    internal DateOrder Order(string region) => _orders.GetValueOrDefault(region, _orders.GetValueOrDefault("otherwise"));

    internal bool IsWeak(DateToken token) => _weak.Contains(token.Text);

    // The tokens of a text with what each can mean here; words that mean something together become one token.
    internal List<DateToken> Know(IReadOnlyList<DateToken> tokens)
    {
        var known = new List<DateToken>(tokens.Count);
        for (var i = 0; i < tokens.Count;)
        {
            var (token, count) = Longest(tokens, i);
            known.Add(token);
            i += count;
        }

        return known;
    }

    private (DateToken Token, int Count) Longest(IReadOnlyList<DateToken> tokens, int i)
    {
        for (var count = Math.Min(_longest, tokens.Count - i); count > 0; count--)
        {
            var words = count == 1 ? tokens[i].Text : string.Join(' ', tokens.Skip(i).Take(count).Select(t => t.Text));
            if (_senses.TryGetValue(words, out var senses))
                return (new DateToken(words, tokens[i].Gap, tokens[i].Start, tokens[i + count - 1].End) { Senses = senses }, count);
        }

        return (tokens[i], 1);
    }
}

// What is meant by 3/6.
internal enum DateOrder
{
    Ask,
    DayFirst,
    MonthFirst,
}
