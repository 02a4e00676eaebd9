using System.Globalization;
using System.Text;

namespace CoachBot.FollowUps.Dates;

// A word or a run of digits, without case and accents; the gap is what stands between it and the one before.
internal sealed record DateToken(string Text, string Gap, int Start, int End)
{
    private const int LongestNumber = 9;

    public IReadOnlyList<Sense> Senses { get; init; } = [];

    public bool IsDigits => char.IsAsciiDigit(Text[0]);

    public bool Joined => Gap.Length == 0;

    // Numbers too long for anything here count as the largest that fits.
    public int Number { get; } = !char.IsAsciiDigit(Text[0]) ? -1 : Text.Length > LongestNumber ? 999_999_999 : int.Parse(Text, NumberStyles.None, CultureInfo.InvariantCulture);

    public bool EndsClause => Gap.AsSpan().ContainsAny(",;!?\n") || Gap.StartsWith(". ", StringComparison.Ordinal);

    public static List<DateToken> Cut(string text)
    {
        var tokens = new List<DateToken>();
        for (int at = 0, end = 0; at < text.Length;)
        {
            if (Sort(text[at]) == 0)
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && Sort(text[at]) == Sort(text[start]))
                at++;
            tokens.Add(new(Fold(text[start..at]), text[end..start], start, at));
            end = at;
        }

        return tokens;
    }

    private static int Sort(char c) =>
        char.IsAsciiDigit(c) ? 1 : char.IsLetter(c) || c is 'º' or 'ª' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark ? 2 : 0;

    private static string Fold(string word)
    {
        if (Ascii.IsValid(word))
            return word.ToLowerInvariant();
        var apart = word.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        var plain = string.Concat(apart).ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal);
        return plain.Length > 0 ? plain : "?";
    }
}
