using System.Collections.Frozen;
using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>Reads positions in words ("the third one"), with digits ("3rd", "3ème") and from the end ("the last one": -1).</summary>
internal static class OrdinalRecognizer
{
    private static readonly FrozenSet<string> DigitSuffixes = new[]
    {
        "st", "nd", "rd", "th", "er", "re", "ere", "e", "eme", "ieme", "º", "ª", "o", "a", "de", "ste", "te",
    }.ToFrozenSet();

    // "The last one, please" means a choice, "it was last week" does not: from the end counts only among words like these.
    private static readonly FrozenSet<string> WordsAroundLast = new[]
    {
        "the", "one", "option", "choice", "item", "please", "i", "d", "ll", "take", "want", "like",
        "der", "die", "das", "den", "bitte", "ich", "nehme", "punkt", "wahl",
        "le", "la", "l", "choix", "s", "il", "vous", "te", "plait", "je", "prends",
        "el", "lo", "opcion", "por", "favor", "quiero", "de", "het", "graag", "optie", "o", "a", "opcao", "opzione", "per", "favore",
    }.ToFrozenSet();

    internal static List<RecognizedNumber> Recognize(string text, string locale)
    {
        var found = new List<RecognizedNumber>();
        var words = Words.Of(text);
        var language = NumberWords.For(locale);
        for (var at = 0; at < words.Count;)
        {
            var length = words.Longest(language.Ordinals, at, NumberWords.LongestPhrase, out var position);
            if (length == 0 && TryReadDigits(words[at], out position))
                length = 1;
            if (length > 0 && (position > 0 || OnlyTheLastIsSaid(words, at, length)))
            {
                var (start, end) = (words.StartOf(at), words.EndOf(at + length - 1));
                found.Add(new RecognizedNumber(start, end, words.Between(start, end), position));
            }

            at += Math.Max(length, 1);
        }

        return found;
    }

    private static bool TryReadDigits(string word, out int position)
    {
        var digits = word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        position = 0;
        return digits is > 0 and < 9
            && DigitSuffixes.Contains(word[digits..])
            && int.TryParse(word.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out position);
    }

    private static bool OnlyTheLastIsSaid(Words words, int at, int length)
        => Enumerable.Range(0, words.Count).All(index => (index >= at && index < at + length) || WordsAroundLast.Contains(words[index]));
}
