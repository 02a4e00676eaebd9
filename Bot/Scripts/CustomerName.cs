using System.Buffers;

namespace CoachBot.Scripts;

// The name to address the customer by; null when what was typed is no name ("the buyer", "PA to a partner").
internal static class CustomerName
{
    private const int LongestGraphemes = 40;
    private const int MostWords = 4;

    private static readonly SearchValues<char> Ends = SearchValues.Create(",;:([/|–—?!\"");

    public static string? From(string typed, SlotWords words)
    {
        var line = SafeText.FirstLine(typed);
        var end = line.AsSpan().IndexOfAny(Ends);
        var parts = SafeText.Plain(end < 0 ? line : line[..end]).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(p => p is not ("from" or "at" or "of" or "in")).ToArray();
        if (parts.Length is 0 or > MostWords || parts.Any(p => words.Has("no-name", p)) || parts.Any(p => p.Any(char.IsDigit)))
            return null;
        var named = parts.Select((p, i) => Word(p, alone: parts.Length == 1, afterTitle: i > 0 && IsTitle(parts[0], words), words)).ToArray();
        var name = string.Join(' ', named);
        return named.Contains(null) || SafeText.Graphemes(name) > LongestGraphemes ? null : name;
    }

    private static string? Word(string word, bool alone, bool afterTitle, SlotWords words)
    {
        if (words.Has("particles", word) && !alone)
            return word;
        if (!char.IsLetter(word[0]))
            return null;
        if (!char.IsLower(word[0]))
            return word;
        return alone || afterTitle || IsTitle(word, words) ? char.ToUpperInvariant(word[0]) + word[1..] : null;
    }

    private static bool IsTitle(string word, SlotWords words) => words.Has("titles", word.TrimEnd('.'));
}
