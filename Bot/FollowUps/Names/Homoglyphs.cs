using System.Buffers;

namespace CoachBot.FollowUps.Names;

// Letters of one script that look like letters of another. They count only in a word that mixes scripts, which no name does on purpose.
internal static class Homoglyphs
{
    private const string Cyrillic = "аеорсухіјѕкмтвнԁһԛԝѵ";
    private const string LatinOfCyrillic = "aeopcyxijskmtbhdhqwv";
    private const string Greek = "αερικνοτυχβηζμγ";
    private const string LatinOfGreek = "aepikvotuxbnzmy";

    private static readonly SearchValues<char> NotPlain = SearchValues.Create([.. Enumerable.Range(0x370, 0x530 - 0x370).Select(c => (char)c)]);

    /// <summary>The word in one script if it can be read so; else as it is, with the letters that look Latin made Latin.</summary>
    public static string Resolve(string word)
    {
        while (word.AsSpan().ContainsAny(NotPlain) && word.Any(IsLatin) && InOneScript(word) is var next && next != word)
            word = next;
        return word;
    }

    // Where it can be read as either, the script that most of it is typed in.
    private static string InOneScript(string word)
    {
        var latin = Swap(word, Cyrillic + Greek, LatinOfCyrillic + LatinOfGreek);
        if (!latin.Any(IsForeign) && 2 * word.Count(IsLatin) >= word.Length)
            return latin;
        return Whole(word, Cyrillic, LatinOfCyrillic, IsCyrillic) ?? Whole(word, Greek, LatinOfGreek, IsGreek) ?? latin;
    }

    private static string? Whole(string word, string letters, string latin, Func<char, bool> inScript)
    {
        var swapped = Swap(word, latin, letters);
        return swapped.All(c => inScript(c) || !char.IsLetter(c)) ? swapped : null;
    }

    private static string Swap(string word, string from, string to) =>
        string.Create(word.Length, (word, from, to), (swapped, w) =>
        {
            for (var i = 0; i < swapped.Length; i++)
                swapped[i] = w.from.IndexOf(w.word[i], StringComparison.Ordinal) is >= 0 and var at ? w.to[at] : w.word[i];
        });

    private static bool IsLatin(char c) => c is >= 'a' and <= 'z' or >= 'À' and < '\u0250';

    private static bool IsCyrillic(char c) => c is >= '\u0400' and < '\u0530';

    private static bool IsGreek(char c) => c is >= '\u0370' and < '\u0400';

    private static bool IsForeign(char c) => IsCyrillic(c) || IsGreek(c);
}
