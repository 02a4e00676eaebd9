using System.Globalization;
using System.Text;

namespace CoachBot.Channels;

/// <summary>
/// Text as it may enter the house: what every database stores and gives back unchanged, and what does not rewrite the
/// line it is shown in. What people write is kept: emoji with their joiners, right-to-left text, any script.
/// </summary>
public static class PlainText
{
    /// <summary>More marks on one letter than any language writes; the rest is there to break screens.</summary>
    private const int MostMarks = 8;

    public static string Clean(string text)
    {
        if (IsClean(text))
            return text;

        var clean = new StringBuilder(text.Length);
        var marks = 0;
        // Enumerating runes replaces lone surrogates with U+FFFD.
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsUnwanted(rune))
                continue;
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks <= MostMarks)
                clean.Append(rune.ToString());
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    // Printable ASCII, line breaks and tabs: nearly every message, and then nothing is copied.
    private static bool IsClean(string text)
    {
        foreach (var character in text)
        {
            if (character is (< ' ' or > '~') and not ('\n' or '\r' or '\t'))
                return false;
        }

        return true;
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsUnwanted(Rune rune) => rune.Value switch
    {
        '\n' or '\r' or '\t' => false,
        // Joiners (emoji, Persian, Indic scripts) and direction marks (Arabic, Hebrew) are part of writing.
        0x200C or 0x200D or 0x200E or 0x200F or 0x061C => false,
        // Tags: the flags of Scotland and Wales are spelled with them.
        >= 0xE0020 and <= 0xE007F => false,
        // Zero-width space, word joiner, invisible operators, byte order mark; overrides and isolates of direction.
        0x200B or (>= 0x2060 and <= 0x2064) or 0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x206F) => true,
        0x2028 or 0x2029 => false,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control || IsNoncharacter(rune.Value),
    };

    private static bool IsNoncharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;
}
