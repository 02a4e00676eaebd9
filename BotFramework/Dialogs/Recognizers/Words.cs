using System.Text;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>An utterance as folded words (lower case, no accents), in which phrases are looked up.</summary>
internal sealed class Words
{
    private readonly string _text;
    private readonly List<Token> _tokens;
    private readonly string[] _folded;

    private Words(string text, List<Token> tokens)
    {
        (_text, _tokens) = (text, tokens);
        _folded = tokens.Select(token => Fold(token.Text)).ToArray();
    }

    internal int Count => _folded.Length;

    internal string this[int index] => _folded[index];

    internal static Words Of(string text) => new(text ?? string.Empty, Tokenizer.DefaultTokenizer(text));

    /// <summary>The two letters that name a locale's language; English where there is none.</summary>
    internal static string LanguageOf(string locale) => locale is { Length: >= 2 } ? locale[..2].ToLowerInvariant() : "en";

    internal int StartOf(int index) => _tokens[index].Start;

    internal int EndOf(int index) => _tokens[index].End;

    internal string Between(int start, int end) => _text.Substring(start, end - start + 1);

    /// <summary>The longest phrase of the table that begins at a word, and how many words it takes (0 when none does).</summary>
    internal int Longest<T>(IReadOnlyDictionary<string, T> phrases, int at, int maxWords, out T value)
    {
        for (var length = Math.Min(maxWords, Count - at); length > 0; length--)
        {
            var phrase = length == 1 ? _folded[at] : string.Join(' ', _folded, at, length);
            if (phrases.TryGetValue(phrase, out value))
                return length;
        }

        value = default;
        return 0;
    }

    /// <summary>How a phrase may be typed: folded, and with its umlauts as two letters.</summary>
    internal static IEnumerable<string> Spellings(string phrase)
    {
        yield return Fold(phrase);
        yield return Fold(phrase.Replace("ä", "ae").Replace("ö", "oe").Replace("ü", "ue"));
    }

    private static string Fold(string text)
    {
        var lower = text.ToLowerInvariant();
        if (Ascii.IsValid(lower))
            return lower;

        var folded = new StringBuilder(lower.Length);
        foreach (var character in lower.Normalize(NormalizationForm.FormD))
        {
            if (character is >= '\u0300' and <= '\u036f')
                continue;
            folded.Append(character switch { 'ß' => "ss", 'ı' => "i", 'ø' => "o", _ => character.ToString() });
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
