using System.Collections.Frozen;

namespace CoachBot.FollowUps.Names;

// How a word sounds, roughly: umlauts written as two letters, Meier and Mayer, Stephan and Stefan, Иван and Ivan come out alike.
internal static class SoundForm
{
    private const int LongestOnStack = 256;

    private static readonly (string Written, string Heard)[] Spellings =
    [
        ("ae", "a"), ("ai", "ai"), ("oe", "o"), ("ue", "u"), ("ei", "ai"), ("ey", "ai"), ("ay", "ai"), ("ie", "i"), ("ph", "f"), ("th", "t"),
        ("ck", "k"), ("dt", "t"), ("ts", "z"), ("tz", "z"), ("ks", "x"), ("qu", "kw"), ("c", "k"), ("y", "i"), ("j", "i"), ("w", "v"),
    ];

    private static readonly FrozenDictionary<char, string> Latin = LetterTable
        .Read("аa бb вv гg ґg дd еe єye жzh зz иi іi јj кk лl љlj мm нn њnj оo пp рr сs тt ћc ђdj уu фf хkh цts чch џdz шsh щshch ъ ыy ь эe юyu яya "
            + "αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs τt υy φf χch ψps ωo")
        .ToFrozenDictionary();

    public static string Of(string word)
    {
        var text = InLatin(word);
        // No spelling is shorter than its sound.
        Span<char> heard = text.Length <= LongestOnStack ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length;)
        {
            var (written, sound) = Spelling(text.AsSpan(at));
            foreach (var c in written.Length > 0 ? sound : text.AsSpan(at, 1))
            {
                if (length == 0 || heard[length - 1] != c)
                    heard[length++] = c;
            }

            at += Math.Max(1, written.Length);
        }

        return heard[..length].ToString();
    }

    private static (string Written, string Heard) Spelling(ReadOnlySpan<char> rest)
    {
        foreach (var spelling in Spellings)
        {
            if (rest[0] == spelling.Written[0] && rest.StartsWith(spelling.Written))
                return spelling;
        }

        return ("", "");
    }

    private static string InLatin(string word) =>
        !System.Text.Ascii.IsValid(word) && word.Any(Latin.ContainsKey) ? string.Concat(word.Select(c => Latin.GetValueOrDefault(c) ?? c.ToString())) : word;
}
