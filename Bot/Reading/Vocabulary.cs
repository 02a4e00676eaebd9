namespace CoachBot.Reading;

// Numbers the words that phrases are made of, and the beginnings of words (annoy* is the beginning "annoy"). 0 is unknown.
internal sealed class Vocabulary
{
    private const int ShortestBeginning = 2;
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _wordLookup;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _beginningLookup;
    // Lists are used by many phrases: each keeps its numbers once.
    private readonly Dictionary<IReadOnlyList<string>, int[]> _numbers = new(ReferenceEqualityComparer.Instance);
    private int _longest;

    public Vocabulary()
    {
        _wordLookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _beginningLookup = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count { get; private set; } = 1;

    public void Learn(string word)
    {
        if (word.EndsWith('*'))
            LearnBeginning(word[..^1]);
        else if (_words.TryAdd(word, Count))
            Count++;
    }

    /// <summary>The numbers, in order, that any of these words stands for: itself, or every learnt beginning that goes on from it.</summary>
    public int[] Numbers(IReadOnlyList<string> anyOf)
    {
        if (_numbers.TryGetValue(anyOf, out var known))
            return known;
        var numbers = new SortedSet<int>();
        foreach (var word in anyOf)
        {
            if (!word.EndsWith('*'))
                numbers.Add(_words[word]);
            else
                numbers.UnionWith(_beginnings.Where(b => b.Key.AsSpan().StartsWith(word.AsSpan(..^1))).Select(b => b.Value));
        }

        return _numbers[anyOf] = [.. numbers];
    }

    public int Word(ReadOnlySpan<char> word) => _wordLookup.TryGetValue(word, out var number) ? number : 0;

    public int Beginning(ReadOnlySpan<char> word)
    {
        for (var length = Math.Min(word.Length, _longest); length >= ShortestBeginning; length--)
        {
            if (_beginningLookup.TryGetValue(word[..length], out var number))
                return number;
        }

        return 0;
    }

    private void LearnBeginning(string beginning)
    {
        if (!_beginnings.TryAdd(beginning, Count))
            return;
        Count++;
        _longest = Math.Max(_longest, beginning.Length);
    }
}
