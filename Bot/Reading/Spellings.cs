namespace CoachBot.Reading;

// Other spellings of words (dont, pls, u), each with the words it stands for.
internal sealed class Spellings
{
    private readonly Dictionary<string, string[]> _meant;
    private readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public Spellings(Dictionary<string, string[]> meant)
    {
        _meant = meant;
        _lookup = _meant.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static Spellings None { get; } = new([]);

    public bool TryGet(ReadOnlySpan<char> word, out string[] meant) => _lookup.TryGetValue(word, out meant!);
}
