using System.Buffers;

namespace CoachBot.Scripts;

// Makes a noun phrase of what the rep typed as the offer ("caravan cover, Mr Pryce" → "the caravan cover"), said to the customer.
internal static class OfferPhrase
{
    private const int LongestGraphemes = 48;

    private static readonly SearchValues<char> Ends = SearchValues.Create(",;:([|–—?!\"“");

    /// <summary>The phrase with its article; null when nothing usable was typed.</summary>
    public static string? From(string typed, string? customer, SlotWords words)
    {
        var line = SafeText.FirstLine(typed);
        var end = line.AsSpan().IndexOfAny(Ends);
        var text = SafeText.Plain(end < 0 ? line : line[..end]);
        if (words.Has("no-offer", text))
            return null;
        text = WithoutCustomer(Cut(text, words.All("cut-before"), keep: 1), customer);
        var parts = WithoutOpening(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), customer, words);
        text = string.Join(' ', parts.Select(p => words.Has("yours", p) ? "your" : p));
        if (SafeText.Graphemes(text) > LongestGraphemes)
            text = Cut(text, words.All("long-cut-before"), keep: 2);
        return !text.Any(char.IsLetter) || SafeText.Graphemes(text) > LongestGraphemes || words.Has("no-offer", text) ? null : WithArticle(text, words);
    }

    private static string Cut(string text, IEnumerable<string> before, int keep)
    {
        var from = 0;
        for (var word = 0; word < keep && from >= 0; word++)
            from = text.IndexOf(' ', Math.Min(from + 1, text.Length));
        if (from < 0)
            return text;
        var at = before.Select(b => (text + ' ').IndexOf($" {b} ", from, StringComparison.OrdinalIgnoreCase)).Where(i => i > 0).DefaultIfEmpty(text.Length).Min();
        return text[..at];
    }

    private static string WithoutCustomer(string text, string? customer)
    {
        if (customer is null)
            return text;
        foreach (var word in (string[])["to", "for", "with"])
        {
            if (text.EndsWith($" {word} {customer}", StringComparison.OrdinalIgnoreCase))
                return text[..^(word.Length + customer.Length + 2)];
        }

        return text;
    }

    private static IEnumerable<string> WithoutOpening(string[] parts, string? customer, SlotWords words)
    {
        var name = customer?.Split(' ') ?? [];
        var told = parts.Length > 2 && words.Has("told-by", parts[0]);
        return parts.Skip(told ? 1 : 0).SkipWhile(p => words.Has("articles", p)
            || (told && (words.Has("openers", p) || name.Contains(p, StringComparer.OrdinalIgnoreCase))));
    }

    private static string WithArticle(string text, SlotWords words)
    {
        var parts = text.Split(' ');
        if (words.Has("everyday", parts[0]) && parts[0].Skip(1).All(c => !char.IsUpper(c)))
            text = char.ToLowerInvariant(text[0]) + text[1..];
        var isDoing = parts[0].EndsWith("ing", StringComparison.OrdinalIgnoreCase) && parts.Length > 2
            && (words.Has("articles", parts[1]) || parts[1] == "your");
        return parts[0] == "your" || isDoing ? text : "the " + text;
    }
}
