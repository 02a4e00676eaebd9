using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CoachBot.Scripts;

// What somebody typed, as plain words: nothing in it can become a link, a mention, a format or a line of its own.
internal static partial class SafeText
{
    // Links go before anything is cut, or half of one would stay.
    public static string FirstLine(string typed) =>
        Links().Replace(typed, " ").Split(['\n', '\r', '\u2028', '\u2029'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";

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

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    [GeneratedRegex(@"<[^>]*>|\S*(://|www\.|@)\S*|\S*\w\.\w{2,}\S*")]
    private static partial Regex Links();
}
