using System.Globalization;
using System.Text;

namespace CoachBot.Conversation;

/// <summary>Typed text made comparable: lower case, straight quotes, no punctuation or emoji, single spaces.</summary>
public static class TypedText
{
    private const int MostPerCharacter = 12;

    public static string Normalize(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                plain.Append(char.ToLowerInvariant(c));
            else if (c is '\'' or '’' or '‘' or 'ʼ')
                plain.Append('\'');
            else if (plain.Length > 0 && plain[^1] != ' ' && (char.IsWhiteSpace(c) || char.IsPunctuation(c)))
                plain.Append(' ');
        }

        return plain.ToString().Trim(' ', '\'');
    }

    /// <summary>Whether the phrase occurs in the text as whole words; both normalized.</summary>
    public static bool Holds(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var end = at + phrase.Length;
            if ((at == 0 || text[at - 1] == ' ') && (end == text.Length || text[end] == ' '))
                return true;
        }

        return false;
    }

    public static int WordCount(string normalized) => normalized.Length == 0 ? 0 : normalized.Count(c => c == ' ') + 1;

    /// <summary>The first so many characters as a person counts them: an emoji is never cut in two.</summary>
    public static string Shorten(string text, int longest, string ending = "…")
    {
        if (text.Length <= longest)
            return text;
        // One character as a person counts can be built of thousands; nobody needs that.
        if (text.Length > longest * MostPerCharacter)
            text = text[..(longest * MostPerCharacter - (char.IsHighSurrogate(text[longest * MostPerCharacter - 1]) ? 1 : 0))];
        var starts = StringInfo.ParseCombiningCharacters(text);
        return starts.Length <= longest ? text : text[..starts[longest]].TrimEnd() + ending;
    }
}
