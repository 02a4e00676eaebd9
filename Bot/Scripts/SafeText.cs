using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CoachBot.Scripts;

// What somebody typed, as plain words: nothing in it can become a link, a mention, a format or a line of its own.
internal static partial class SafeText
{
    // Far more than a name or an offer takes; what comes after is not looked at.
    private const int Longest = 400;

    private static readonly char[] LineEnds = ['\n', '\r', '\u2028', '\u2029'];

    /// <summary>The first line with something in it, without tags, links and mentions.</summary>
    public static string FirstLine(string typed)
    {
        var start = typed.TrimStart();
        var text = Tags().Replace(start[..Math.Min(start.Length, Longest)], " ");
        var line = text.Split(LineEnds, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !IsLink(w)));
    }

    /// <summary>Letters, digits and the few signs that names and prices need.</summary>
    public static string Plain(string text)
    {
        var result = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || IsMark(rune) || "'’-&+.%€£$".Contains(rune.ToString(), StringComparison.Ordinal))
                result.Append(rune.ToString());
            else if (Rune.IsWhiteSpace(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune) || Rune.IsControl(rune))
                result.Append(' ');
        }

        return string.Join(' ', result.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', '-', '&', '\'', ' ');
    }

    public static int Graphemes(string text) => new StringInfo(text).LengthInTextElements;

    // "www.example", "//example", "a@b" and "example.com", but not "M." or "e.g.".
    private static bool IsLink(string word) =>
        word.Contains("//", StringComparison.Ordinal) || word.Contains('@')
        || Enumerable.Range(1, Math.Max(0, word.Length - 3)).Any(i => word[i] == '.' && char.IsLetterOrDigit(word[i - 1]) && char.IsLetter(word[i + 1]) && char.IsLetter(word[i + 2]));

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tags();
}
