namespace CoachBot.Reading;

// A text as words with their families: what features are made of. Used again and again, so that reading allocates little.
internal sealed class ToldWords(WordFamilies families) : IWordSink
{
    private const string But = "@but";
    private readonly List<Word> _words = [];
    private readonly List<int> _lengths = [];
    private char[] _letters = new char[512];
    private int _used;

    public int Count => _words.Count;

    public int Sentences => _lengths.Count;

    public Word this[int at] => _words[at];

    public void Cut(string text, Spellings spellings)
    {
        _words.Clear();
        _lengths.Clear();
        _used = 0;
        new Tokenizer(text, spellings, this).Run();
    }

    /// <summary>Leaves out the words between two places of the text.</summary>
    public void Drop(int from, int to) => _words.RemoveAll(w => w.Start >= from && w.End <= to);

    /// <summary>How many words the sentence of a word has.</summary>
    public int LengthOf(int at) => _lengths[_words[at].Sentence];

    public ReadOnlySpan<char> Letters(int at) => _letters.AsSpan(_words[at].From, _words[at].Length);

    /// <summary>The family's name, and the word itself where it has none.</summary>
    public ReadOnlySpan<char> Family(int at) => _words[at].Family.Length > 0 ? _words[at].Family : Letters(at);

    public bool HasFamily(int at) => _words[at].Family.Length > 0;

    /// <summary>How many words from this one on stand in the same sentence, at most so many.</summary>
    public int Reach(int at, int most)
    {
        var reach = 1;
        while (reach < most && at + reach < Count && !_words[at + reach].Opens)
            reach++;
        return reach;
    }

    public void Add(ReadOnlySpan<char> word, int start, int end, bool opens)
    {
        if (_used + word.Length > _letters.Length)
            Array.Resize(ref _letters, Math.Max(_letters.Length * 2, _used + word.Length));
        word.CopyTo(_letters.AsSpan(_used));
        var family = char.IsAsciiDigit(word[0]) ? "@number" : families.Of(word);
        // What comes after "but" is said for itself.
        opens |= family == But;
        if (opens || _lengths.Count == 0)
            _lengths.Add(0);
        _lengths[^1]++;
        _words.Add(new Word(_used, word.Length, start, end, opens, _lengths.Count - 1, family));
        _used += word.Length;
    }

    internal readonly record struct Word(int From, int Length, int Start, int End, bool Opens, int Sentence, string Family);
}
