using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CoachBot.Scripts;

// What can be seen of a line without reading it: its signs.
internal static partial class WordingSigns
{
    // The letters of the languages that are written with Latin letters.
    private const int LastLatinLetter = 0x24F;
    private const string Plain = " .,;:?-–—'’‘\"“”%€£$";

    public static WhyRefused? Of(string line)
    {
        if (line.EnumerateRunes().Any(IsUnprintable))
            return WhyRefused.Unprintable;
        if (Contact().IsMatch(line))
            return WhyRefused.ContactDetails;
        if (Link().IsMatch(line))
            return WhyRefused.Link;
        if (line[0] is '=' or '+' or '-' or '@')
            return WhyRefused.Formula;
        if (Blank().IsMatch(line))
            return WhyRefused.Blank;
        if (line.Any(c => !char.IsLetterOrDigit(c) && !Plain.Contains(c, StringComparison.Ordinal)) || line[^1] is not ('.' or '?' or '”' or '"'))
            return WhyRefused.Markup;
        return line.Any(c => char.IsLetter(c) && c > LastLatinLetter) ? WhyRefused.OtherLanguage : null;
    }

    /// <summary>Numbers in digits, and signs that say what something costs.</summary>
    public static IEnumerable<string> Numbers(string line) => Number().Matches(line).Select(m => m.Value);

    /// <summary>Words that are written large although no sentence begins with them.</summary>
    public static IEnumerable<string> Names(string line) => Name().Matches(line).Select(m => m.Value);

    private static bool IsUnprintable(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value == 0xFFFD;

    [GeneratedRegex(@"\S@\S|\(?\+?\d[\d ()/.-]{5,}\d|\b\d+[a-z]? [A-Z]\w+ (Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Way)\b|\b(street|avenue|floor|postcode|zip code)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Contact();

    [GeneratedRegex(@"://|\bwww\b|\bhttps?\b|\bmailto\b|[\p{L}\d]\.\p{L}{2,}|\bdot (com|org|net|io)\b|\]\(", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"[‹›\[\]_…]|\.\.|\{ *[\w-]{1,20} *\}|\b(xx+|tbd|tbc|insert|fill in|placeholder|blank)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\d+([.,:]\d+)*|[%€£$]", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[\p{L}\d,;'’–—-] *)(?<![\p{L}'’])(?!I\b)\p{Lu}[\p{L}'’]*", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
