using System.Numerics;

namespace CoachBot.FollowUps.Names;

// Whether two words may be the same name: an initial, a beginning, a short name, a spelling, a typo.
internal static class WordLikeness
{
    private const int ShortestBeginning = 3;
    private const int ShortestEnd = 4;
    private const int ShortestTypo = 3;
    private const int LongWord = 6;

    public static bool MayBe(NameWord one, NameWord two, ShortNames shorts)
    {
        if (one.Text == two.Text)
            return true;
        // Of numbers every figure counts: customer 12 is not customer 13.
        if (one.IsNumber || two.IsNumber)
            return false;
        var (brief, full) = one.Text.Length <= two.Text.Length ? (one, two) : (two, one);
        return IsInitial(brief.Text, full.Text) || IsPart(brief.Text, full.Text) || IsTypo(one, two)
            || one.Groups.AsSpan().ContainsAny(two.Groups) || shorts.IsPetName(one.Text, two.Text) || shorts.IsPetName(two.Text, one.Text)
            || (one.Sound.Length > 0 && one.Sound == two.Sound);
    }

    public static int TyposAllowed(int letters) => letters >= LongWord ? 2 : letters >= ShortestTypo ? 1 : 0;

    private static bool IsInitial(string brief, string full) => brief.Length == 1 && brief[0] == full[0];

    private static bool IsPart(string brief, string full) =>
        (brief.Length >= (IsDense(brief[0]) ? 1 : ShortestBeginning) && full.StartsWith(brief, StringComparison.Ordinal))
        || (brief.Length >= ShortestEnd && full.EndsWith(brief, StringComparison.Ordinal));

    // Chinese, Japanese and Korean say a whole name in a letter or two.
    private static bool IsDense(char c) => c is >= '\u1100' and < '\u1200' or >= '\u2E80';

    private static bool IsTypo(NameWord one, NameWord two)
    {
        var allowed = TyposAllowed(Math.Max(one.Text.Length, two.Text.Length));
        return BitOperations.PopCount(one.LetterSet ^ two.LetterSet) <= 2 * allowed && EditDistance.IsWithin(one.Text, two.Text, allowed);
    }
}
