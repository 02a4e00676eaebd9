namespace CoachBot.Reading;

// A word of a told text: its number as itself and as the longest known beginning, where it stands, and whether a
// sentence (or something quoted) begins with it.
internal readonly record struct Token(int Word, int Beginning, int Start, int End, bool Opens);

// What somebody told, cut into words that a phrase book knows.
internal sealed class ToldText : IWordSink
{
    private readonly Vocabulary _vocabulary;
    private Token[] _tokens;

    public ToldText(string text, Vocabulary vocabulary, Spellings spellings)
    {
        Text = text;
        _vocabulary = vocabulary;
        _tokens = text.Length == 0 ? [] : new Token[(text.Length / 4) + 4];
        new Tokenizer(text, spellings, this).Run();
    }

    public string Text { get; }

    public int Count { get; private set; }

    public ref readonly Token this[int index] => ref _tokens[index];

    public bool Opens(int index) => index == Count || _tokens[index].Opens;

    public bool SameSentence(int one, int other)
    {
        for (var at = Math.Min(one, other) + 1; at <= Math.Max(one, other); at++)
        {
            if (_tokens[at].Opens)
                return false;
        }

        return true;
    }

    /// <summary>Where the sentence of a word begins and ends in the text.</summary>
    public (int From, int To) Sentence(int of)
    {
        int first = of, last = of;
        while (first > 0 && !_tokens[first].Opens)
            first--;
        while (last + 1 < Count && !_tokens[last + 1].Opens)
            last++;
        return (_tokens[first].Start, _tokens[last].End);
    }

    /// <summary>The text from one word up to another, as it was told.</summary>
    public string Quote(int from, int to) => Text[_tokens[from].Start.._tokens[to - 1].End];

    public void Add(ReadOnlySpan<char> word, int start, int end, bool opens)
    {
        if (Count == _tokens.Length)
            Array.Resize(ref _tokens, Math.Max(8, Count * 2));
        _tokens[Count++] = new Token(_vocabulary.Word(word), _vocabulary.Beginning(word), start, end, opens);
    }
}
