using System.Text;
using System.Text.RegularExpressions;

namespace CoachBot.MyData;

/// <summary>A text as a spreadsheet's cell that no spreadsheet takes for a formula (OWASP ASVS 1.2.10).</summary>
public static partial class SafeCell
{
    private const string Formula = "=+-@";

    /// <summary>
    /// Puts a ' before a text that begins with = + - @, a tab or a line's end, also after white space, what is not seen, or
    /// in a wide form; and within it where a spreadsheet that parts at semicolons or tabs would begin another cell.
    /// </summary>
    public static string Of(string? text) => string.IsNullOrEmpty(text) ? "" : Within().Replace(BeginsFormula(text) || text[0] is '\t' or '\r' or '\n' ? "'" + text : text, After);

    private static string After(Match parting) => BeginsFormula(parting.Groups[2].Value) ? $"{parting.Groups[1].Value}'{parting.Groups[2].Value}" : parting.Value;

    private static bool BeginsFormula(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format)
                continue;
            // The minus sign proper has no plain form of its own.
            return rune.Value == '\u2212' || Formula.Contains(rune.ToString().Normalize(NormalizationForm.FormKC)[0], StringComparison.Ordinal);
        }

        return false;
    }

    // A parting character, and what stands after it up to the next thing that is seen.
    [GeneratedRegex(@"([;\t\r\n])([\s\p{Cf}\p{Cc}]*[^\s\p{Cf}\p{Cc}])", RegexOptions.CultureInvariant)]
    private static partial Regex Within();
}
