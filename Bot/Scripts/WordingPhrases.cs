using CoachBot.Content;
using CoachBot.Reading;

namespace CoachBot.Scripts;

// Forbidden words of a line, as words are compared, and what they stand for.
internal sealed record WordingHit(WhyRefused Why, string Quote);

// Prompts/model/wording-guard.yaml: what no wording may say, and what each move has to.
internal sealed class WordingPhrases
{
    public const string File = "model/wording-guard.yaml";

    // A name, a thanks, a "very well": too short to do harm that the forbidden phrases do not know.
    private const int ShortPiece = 3;

    private static readonly WhyRefused[] Kinds = [.. Enum.GetValues<WhyRefused>().Where(w => w is >= WhyRefused.Machine and <= WhyRefused.Number)];

    private readonly WordLists _lists;
    private readonly PhraseBook _forbidden;
    private readonly HashSet<string> _verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<(NextStep Step, string Move), List<PhraseBook>> _musts = [];
    private readonly Dictionary<(NextStep Step, string Move), PhraseBook> _may = [];
    private PhraseBook _acts;

    private WordingPhrases(WordLists lists) => (_lists, _forbidden, _acts) = (lists, new PhraseBook(lists), new PhraseBook(lists));

    public static WordingPhrases Read(ContentFolder folder, WordLists lists, Mistakes mistakes)
    {
        var phrases = new WordingPhrases(lists);
        var file = folder.Yaml(File, mistakes)?.Knows("refuse", "acts", "may", "verbs", "moves");
        var refuse = file?.Required("refuse")?.Knows([.. Kinds.Select(Key)]);
        foreach (var kind in Kinds)
        {
            foreach (var phrase in refuse?.Items(Key(kind)) ?? [])
                phrases._forbidden.Add(phrase, (int)kind);
        }

        phrases._forbidden.Compile();
        if (file?.Required("acts") is { } acts)
            phrases._acts = phrases.Book(acts);
        phrases._verbs.UnionWith(file?.Texts("verbs") ?? []);
        var steps = NextSteps.All.Where(ScriptGuard.MayBeWorded).ToList();
        foreach (var (step, move, part) in Moves(file, "may", steps))
            phrases._may[(step, move)] = phrases.Book(part);
        foreach (var (step, move, part) in Moves(file, "moves", steps))
            phrases._musts[(step, move)] = [.. part.AsItems().Select(phrases.Book)];
        return phrases;
    }

    public IReadOnlyList<string> WordsOf(string text) => _lists.Words(text);

    public IEnumerable<WordingHit> Find(string line) => Sentences(line).SelectMany(FindIn);

    /// <summary>Whether a line says what its move has to.</summary>
    public bool MakesItsMove(NextStep step, WordingLine line) =>
        _musts.GetValueOrDefault((step, line.Move), []).TrueForAll(must => Found(must, line.Text).Count > 0);

    /// <summary>The pieces of a line that do something else than their move, or any, does.</summary>
    public IEnumerable<string> Strays(NextStep step, WordingLine line)
    {
        IReadOnlyList<PhraseBook> acts = [_acts, .. _musts.GetValueOrDefault((step, line.Move), []), .. _may.TryGetValue((step, line.Move), out var may) ? [may] : (PhraseBook[])[]];
        return Pieces(line.Text).Where(p => WordsOf(p).Count > ShortPiece && acts.All(act => Found(act, p).Count == 0));
    }

    /// <summary>Whether the move may say these words, which are forbidden elsewhere.</summary>
    public bool May(NextStep step, string move, string words) =>
        _may.TryGetValue((step, move), out var may) && Found(may, words).Exists(f => f.From == 0 && f.To == WordsOf(words).Count);

    public bool IsVerb(string word) => EverydayWords.Has(_verbs, word);

    /// <summary>What stands between commas, colons, dashes and full stops.</summary>
    public static IEnumerable<string> Pieces(string line) =>
        line.Split((char[])['.', '?', ',', ';', ':', '–', '—'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private IEnumerable<WordingHit> FindIn(string sentence)
    {
        var cut = _forbidden.Cut(sentence);
        List<Found> found = [];
        _forbidden.FindAll(cut, found);
        // A question with its mark is no hidden one, and one that a sentence begins with is no second one: they are counted.
        return found.Where(f => f.Meaning != (int)WhyRefused.SecondAsk || f.From > 0).Select(f => new WordingHit((WhyRefused)f.Meaning, string.Join(' ', WordsOf(cut.Quote(f.From, f.To)))))
            .Where(hit => hit.Why != WhyRefused.HiddenAsk || !sentence.EndsWith('?'));
    }

    private static IEnumerable<string> Sentences(string line)
    {
        var from = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] is '.' or '?' || at == line.Length - 1)
            {
                yield return line[from..(at + 1)];
                from = at + 1;
            }
        }
    }

    private static IEnumerable<(NextStep Step, string Move, YamlPart Part)> Moves(YamlPart? file, string key, IReadOnlyList<NextStep> steps)
    {
        var part = file?.Required(key)?.Knows([.. steps.Select(s => s.Key())]);
        return steps.SelectMany(step => (key == "moves" ? part?.Required(step.Key()) : part?.Optional(step.Key()))?.Entries().Select(e => (step, e.Key, e.Value)) ?? []);
    }

    private PhraseBook Book(YamlPart list)
    {
        var book = new PhraseBook(_lists);
        foreach (var phrase in list.AsItems())
            book.Add(phrase, 0);
        return book.Compile();
    }

    private static List<Found> Found(PhraseBook book, string text)
    {
        List<Found> found = [];
        book.FindAll(book.Cut(text), found);
        return found;
    }

    private static string Key(WhyRefused why) => string.Concat(why.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
