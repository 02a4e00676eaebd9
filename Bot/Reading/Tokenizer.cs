using System.Globalization;

namespace CoachBot.Reading;

// Where the words of a text go: a told text numbers them, a phrase of Prompts/ keeps them.
internal interface IWordSink
{
    void Add(ReadOnlySpan<char> word, int start, int end, bool opens);
}

// Cuts a text into words the same way for what people tell and for the phrases in Prompts/: case, accents and
// apostrophes make no difference, and short forms become the words they stand for (don't, dont and do not are one).
internal ref struct Tokenizer(ReadOnlySpan<char> text, Spellings spellings, IWordSink sink)
{
    private const int LongestWord = 48;
    private const string Breaks = ".!?;:…\n\"“”„«»()¿¡。！？؟";
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;
    private bool _opens = true;

    public void Run()
    {
        Span<char> word = stackalloc char[LongestWord];
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (char.IsLetterOrDigit(c))
                Word(word);
            else if (char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OtherSymbol)
                Symbol();
            else
                Mark(c);
        }
    }

    private void Mark(char c)
    {
        var insideNumber = c is '.' or ':' && _at > 0 && _at + 1 < _text.Length && char.IsDigit(_text[_at - 1]) && char.IsDigit(_text[_at + 1]);
        if (!insideNumber && (Letters.IsApostrophe(c) || Breaks.Contains(c, StringComparison.Ordinal)))
            _opens = true;
        _at++;
    }

    private void Symbol()
    {
        var start = _at;
        _at += char.IsHighSurrogate(_text[_at]) && _at + 1 < _text.Length ? 2 : 1;
        Put(_text[start.._at], start);
    }

    private void Word(scoped Span<char> buffer)
    {
        int start = _at, length = 0, apostrophe = -1;
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (apostrophe < 0 && Letters.IsApostrophe(c) && _at + 1 < _text.Length && char.IsLetter(_text[_at + 1]))
                apostrophe = length;
            else if (char.IsLetterOrDigit(c))
                length = Keep(buffer, length, c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                break;
        }

        var word = buffer[..length];
        if (apostrophe < 0 || apostrophe >= length)
            Spell(word, start);
        else
            Short(word[..apostrophe], word[apostrophe..], start);
    }

    // The tail of an endless word is dropped.
    private static int Keep(scoped Span<char> buffer, int length, char c)
    {
        if (length == LongestWord)
            return length;
        buffer[length] = Letters.Fold(c);
        return length + 1;
    }

    private void Spell(scoped ReadOnlySpan<char> word, int start)
    {
        if (!spellings.TryGet(word, out var meant))
        {
            Put(word, start);
            return;
        }

        foreach (var full in meant)
            Put(full, start);
    }

    private void Short(scoped ReadOnlySpan<char> stem, scoped ReadOnlySpan<char> ending, int start)
    {
        if (ending is "t" && stem.Length > 1 && stem[^1] == 'n')
        {
            Put(stem switch { "can" => "can", "won" => "will", "shan" => "shall", "ain" => "is", _ => stem[..^1] }, start);
            Put("not", start);
            return;
        }

        Spell(stem, start);
        Put(ending switch { "s" => "is", "re" => "are", "ve" => "have", "ll" => "will", "d" => "would", "m" => "am", _ => ending }, start);
    }

    private void Put(scoped ReadOnlySpan<char> word, int start)
    {
        sink.Add(word, start, _at, _opens);
        _opens = false;
    }
}
