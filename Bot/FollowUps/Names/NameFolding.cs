using System.Text;

namespace CoachBot.FollowUps.Names;

// Cuts an alias into words without case, marks, punctuation, invisible characters and possessives.
internal static class NameFolding
{
    public const int LongestAlias = 200;

    private static readonly string[] ElidedArticles = ["l'"];

    /// <summary>The words; if nothing but emoji is there, these as one word; none for a blank.</summary>
    public static List<string> Words(string? alias)
    {
        var (text, symbols) = Fold(alias.AsSpan(0, Math.Min(alias?.Length ?? 0, LongestAlias)));
        List<string> words = [];
        foreach (var range in text.AsSpan().Split(' '))
        {
            if (Word(text.AsSpan(range)) is { Length: > 0 } word)
                words.Add(word);
        }

        if (words.Count == 0 && symbols.Length > 0)
            words.Add(symbols);
        return words;
    }

    private static (string Text, string Symbols) Fold(ReadOnlySpan<char> alias)
    {
        var text = new StringBuilder(alias.Length + 1);
        StringBuilder? symbols = null;
        foreach (var rune in Visible(alias).EnumerateRunes())
        {
            if (LetterFolding.IsDropped(rune))
                continue;
            if (LetterFolding.IsSymbol(rune))
                (symbols ??= new()).Append(rune);
            text.Append(LetterFolding.Fold(rune));
        }

        return (Capped(text), symbols is null ? "" : Capped(symbols));
    }

    // Normalizing throws on what is no valid text, and no mark may stand between two others when it sorts them.
    private static string Visible(ReadOnlySpan<char> alias)
    {
        if (System.Text.Ascii.IsValid(alias))
            return alias.ToString();
        var visible = new StringBuilder(alias.Length);
        foreach (var rune in alias.EnumerateRunes())
        {
            if (!LetterFolding.IsDropped(rune))
                visible.Append(LetterFolding.IsApostrophe(rune) ? "'" : rune.ToString());
        }

        return visible.ToString().Normalize(NormalizationForm.FormKD);
    }

    // A sign can fold to many letters. Cut here, before words are dropped, the key of a key is not cut again.
    private static string Capped(StringBuilder text)
    {
        if (text.Length <= LongestAlias)
            return text.ToString();
        var length = char.IsHighSurrogate(text[LongestAlias - 1]) ? LongestAlias - 1 : LongestAlias;
        return text.ToString(0, length);
    }

    private static string Word(ReadOnlySpan<char> word)
    {
        word = word.Trim('\'');
        if (!word.Contains('\''))
            return Homoglyphs.Resolve(word.ToString());
        foreach (var article in ElidedArticles)
        {
            if (word.StartsWith(article))
                word = word[article.Length..];
        }

        if (word.EndsWith("'s") && word.Length > 3)
            word = word[..^2];
        return Homoglyphs.Resolve(word.ToString().Replace("'", "", StringComparison.Ordinal));
    }
}
