using System.Globalization;
using System.Text;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

internal readonly record struct RecognizedNumber(int Start, int End, string Text, decimal Value);

/// <summary>Reads numbers in digits ("1,000.5", "5km", "$500") and in words ("twenty one", "zwei hundert").</summary>
internal static class NumberRecognizer
{
    internal static List<RecognizedNumber> Recognize(string text, string locale)
    {
        var found = new List<RecognizedNumber>();
        var words = Words.Of(text);
        var language = NumberWords.For(locale);
        for (var at = 0; at < words.Count;)
        {
            var first = at;
            if (!TryRead(text, words, ref at, language, out var value, out var start, out var end))
            {
                at = first + 1;
                continue;
            }

            if (first > 0 && language.Minus.Contains(words[first - 1]))
                (value, start) = (-value, words.StartOf(first - 1));
            found.Add(new RecognizedNumber(start, end, words.Between(start, end), value));
        }

        return found;
    }

    private static bool TryRead(string text, Words words, ref int at, NumberWords language, out decimal value, out int start, out int end)
    {
        (value, start, end) = (0, words.StartOf(at), -1);
        decimal group = 0;
        // What may still be added to the group: after "hundred" something below a hundred, after "two" nothing.
        var room = decimal.MaxValue;
        if (char.IsDigit(words[at][0]))
        {
            if (!TryReadDigits(text, ref start, language.DecimalComma, out group, out end))
                return false;

            while (at < words.Count && words.StartOf(at) <= end)
                at++;
            room = 0;
        }

        while (at < words.Count)
        {
            var next = end >= 0 && room > 0 && language.Connectors.Contains(words[at]) ? at + 1 : at;
            if (next < words.Count && words.Longest(language.Cardinals, next, NumberWords.LongestPhrase, out var small) is > 0 and var length
                && small < room && !IsArticle(words, next, length, language))
            {
                group += small;
                room = small >= 1_000 ? 1_000 : small >= 100 ? 100 : 0;
                at = next + length;
            }
            else if (language.Multipliers.TryGetValue(words[at], out var by))
            {
                group = (group == 0 ? 1 : group) * by;
                if (by > 100)
                    (value, group) = (value + group, 0);
                room = by;
                at++;
            }
            else
            {
                break;
            }

            end = words.EndOf(at - 1);
        }

        value += group;
        return end >= 0;
    }

    private static bool IsArticle(Words words, int at, int length, NumberWords language)
        => length == 1 && words.Count > 1 && language.Articles.Contains(words[at])
            && !(at + 1 < words.Count && language.Multipliers.ContainsKey(words[at + 1]));

    private static bool TryReadDigits(string text, ref int start, bool decimalComma, out decimal value, out int end)
    {
        // Someone who answers no more than "3,14" writes a decimal comma, in whatever language.
        decimalComma |= IsLoneDecimalComma(text);
        var (grouping, point) = decimalComma ? ('.', ',') : (',', '.');
        var plain = new StringBuilder();
        var at = start;
        var hasPoint = false;
        for (; at < text.Length; at++)
        {
            if (char.IsDigit(text[at]))
                plain.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(text[at])));
            else if (text[at] == grouping && !hasPoint && DigitsAfter(text, at) == 3 && plain.Length > 0)
                continue;
            else if (!hasPoint && DigitsAfter(text, at) > 0 && (text[at] == point || (decimalComma && text[at] == '.')))
                (hasPoint, _) = (true, plain.Append('.'));
            else
                break;
        }

        end = at - 1;
        if (start > 0 && text[start - 1] is '-' or '−' && (start == 1 || !Tokenizer.IsWordCharacter(text[start - 2])))
        {
            plain.Insert(0, '-');
            start--;
        }

        return decimal.TryParse(plain.ToString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static bool IsLoneDecimalComma(string text)
    {
        var comma = text.IndexOf(',');
        return comma > 0 && DigitsAfter(text, comma) is > 0 and not 3 && !text.AsSpan().Trim().ContainsAnyExceptInRange(',', '9')
            && text.LastIndexOf(',') == comma;
    }

    private static int DigitsAfter(string text, int at)
    {
        var count = 0;
        while (at + 1 + count < text.Length && char.IsDigit(text[at + 1 + count]))
            count++;
        return count;
    }
}
