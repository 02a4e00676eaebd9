using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

public delegate List<Token> TokenizerFunction(string text, string locale = null);

/// <summary>A word of an utterance, from <see cref="Start"/> to <see cref="End"/>, both inclusive.</summary>
public class Token
{
    public int Start { get; set; }
    public int End { get; set; }
    public string Text { get; set; }
    public string Normalized { get; set; }
}

public class Tokenizer
{
    public static TokenizerFunction DefaultTokenizer { get; } = DefaultTokenizerImpl;

    /// <summary>Breaks a text at whatever is neither letter, digit nor accent; each emoji is a word of its own.</summary>
    public static List<Token> DefaultTokenizerImpl(string text, string locale = null)
    {
        var tokens = new List<Token>();
        if (string.IsNullOrEmpty(text))
            return tokens;

        var wordStart = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                CloseWord(i);
                Add(i, i + 1);
                i++;
            }
            else if (IsWordCharacter(text[i]))
            {
                wordStart = wordStart < 0 ? i : wordStart;
            }
            else
            {
                CloseWord(i);
            }
        }

        CloseWord(text.Length);
        return tokens;

        void CloseWord(int next)
        {
            if (wordStart >= 0)
                Add(wordStart, next - 1);
            wordStart = -1;
        }

        void Add(int start, int end)
        {
            var word = text.Substring(start, end - start + 1);
            tokens.Add(new Token { Start = start, End = end, Text = word, Normalized = word.ToLowerInvariant() });
        }
    }

    internal static bool IsWordCharacter(char character)
        => char.IsAsciiLetterOrDigit(character)
            || (character > 127 && (char.IsLetterOrDigit(character)
                || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark));
}
