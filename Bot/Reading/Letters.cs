using System.Globalization;
using System.Text;

namespace CoachBot.Reading;

// Folds a letter so that case and accents make no difference: É, é and e are one.
internal static class Letters
{
    private const int Latin = 0x250;
    private static readonly char[] Folded = [.. Enumerable.Range(0, Latin).Select(c => FoldLatin((char)c))];

    public static char Fold(char c) => c < Latin ? Folded[c] : char.ToLowerInvariant(c);

    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '‘' or '`' or '´';

    private static char FoldLatin(char c)
    {
        if (!char.IsLetter(c))
            return c;
        var apart = c.ToString().Normalize(NormalizationForm.FormD)[0];
        return CharUnicodeInfo.GetUnicodeCategory(apart) == UnicodeCategory.NonSpacingMark ? c : char.ToLowerInvariant(apart);
    }
}
