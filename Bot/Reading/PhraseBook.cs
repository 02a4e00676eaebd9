using CoachBot.Content;

namespace CoachBot.Reading;

// Words of a told text that a phrase fits: from one word up to another, and what the phrase stands for.
internal readonly record struct Found(int Meaning, int From, int To)
{
    /// <summary>No phrase, and no sentence that is looked at as a whole, is taken to be longer, in words.</summary>
    public const int Longest = 64;

    public bool Overlaps(Found other) => From < other.To && other.From < To;
}

// All phrases of Prompts/, compiled once. A word of a told text leads straight to the few phrases that begin with it,
// and a phrase is tried with bounded steps, so that ten thousand characters of anything cost little.
internal sealed class PhraseBook
{
    private readonly List<(IReadOnlyList<PhrasePart> Parts, int Meaning)> _drafts = [];
    private readonly PhraseParser _parser;
    private readonly WordLists _lists;
    private readonly Vocabulary _vocabulary = new();
    private (PhraseProgram Program, int Meaning)[][] _byFirstWord = [];

    public PhraseBook(WordLists lists)
    {
        _lists = lists;
        _parser = new PhraseParser(lists);
    }

    public void Add(YamlPart phrase, int meaning)
    {
        try
        {
            if (phrase.AsText() is { Length: > 0 } text)
                Add(text, meaning);
        }
        catch (FormatException e)
        {
            phrase.Mistake(e.Message);
        }
    }

    /// <exception cref="FormatException">The phrase is not written as phrases are.</exception>
    public void Add(string phrase, int meaning) => _drafts.Add((_parser.Parse(phrase), meaning));

    public PhraseBook Compile()
    {
        foreach (var word in _drafts.SelectMany(d => WordsOf(d.Parts)))
            _vocabulary.Learn(word);
        var first = new List<(PhraseProgram, int)>?[_vocabulary.Count];
        foreach (var (parts, meaning) in _drafts)
        {
            var program = PhraseProgram.Compile(parts, _vocabulary);
            foreach (var word in program.FirstWords())
                (first[word] ??= []).Add((program, meaning));
        }

        _byFirstWord = [.. first.Select(f => f is null ? [] : f.ToArray())];
        _drafts.Clear();
        return this;
    }

    public ToldText Cut(string text) => new(text, _vocabulary, _lists.Spellings);

    public void FindAll(ToldText text, List<Found> into)
    {
        for (var at = 0; at < text.Count; at++)
        {
            ref readonly var token = ref text[at];
            FindAt(text, at, token.Word, into);
            if (token.Beginning != 0)
                FindAt(text, at, token.Beginning, into);
        }
    }

    private void FindAt(ToldText text, int at, int word, List<Found> into)
    {
        if (word == 0)
            return;
        foreach (var (program, meaning) in _byFirstWord[word])
        {
            if (program.Match(text, at) is var end and > 0)
                into.Add(new Found(meaning, at, end));
        }
    }

    private static IEnumerable<string> WordsOf(IReadOnlyList<PhrasePart> parts) => parts.SelectMany(p => p switch
    {
        PhrasePart.Words words => words.AnyOf,
        PhrasePart.OneOf one => one.Alternatives.SelectMany(WordsOf),
        _ => [],
    });
}
