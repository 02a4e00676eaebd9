using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CoachBot.FollowUps.Names;

// What becomes of one character of an alias: case, marks and letters that Unicode does not take apart.
internal static class LetterFolding
{
    private const string And = " and ";

    private static readonly FrozenDictionary<char, string> Special = LetterTable
        .Read("ßss æae œoe øo łl đd ðd þth ħh ŋn ŧt ıi ɨi əe")
        .Concat([new('&', And), new('+', And)]).ToFrozenDictionary();

    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(c => Slow(new Rune(c)))];

    // Marks that a letter can do without. In other scripts (Devanagari, Thai, Japanese) marks are vowels and stay.
    private static readonly (int From, int To)[] LooseMarks =
    [
        (0x300, 0x36F), (0x483, 0x489), (0x591, 0x5C7), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6ED),
        (0x180B, 0x180F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F), (0xE0100, 0xE01EF),
    ];

    public static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '’' or '‘' or '‛' or '´' or '`' or '′' or 'ʼ' or 'ʹ' or 'ʻ' or '＇';

    /// <summary>Whether nothing is left of it, not even a gap: what is not seen, and marks.</summary>
    public static bool IsDropped(Rune rune)
    {
        if (rune.IsAscii)
            return rune.Value is < ' ' or 0x7F && !Rune.IsWhiteSpace(rune);
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control => !Rune.IsWhiteSpace(rune),
            UnicodeCategory.Format => true,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => IsLooseMark(rune.Value),
            _ => rune == Rune.ReplacementChar || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF,
        };
    }

    /// <summary>Whether it is a picture, or may be one that this version of Unicode does not know.</summary>
    public static bool IsSymbol(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.OtherSymbol or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    /// <summary>The letters that it counts as; an apostrophe is kept, and a blank stands for all that parts words.</summary>
    public static string Fold(Rune rune) => rune.IsAscii ? Ascii[rune.Value] : Slow(rune);

    private static string Slow(Rune rune)
    {
        if (IsApostrophe(rune))
            return "'";
        var small = Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune));
        if (small.IsBmp && Special.TryGetValue((char)small.Value, out var letters))
            return letters;
        return IsOfAWord(rune) ? small.ToString() : " ";
    }

    private static bool IsOfAWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static bool IsLooseMark(int mark) => Array.Exists(LooseMarks, range => mark >= range.From && mark <= range.To);
}
