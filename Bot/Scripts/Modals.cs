namespace CoachBot.Scripts;

// What somebody will, would or can do: the verb after each such word, wherever the person stands.
internal static class Modals
{
    private static readonly HashSet<string> Words = ["will", "would", "can", "could", "shall", "may", "might"];
    private static readonly HashSet<string> Between =
    [
        "i", "you", "we", "it", "they", "not", "only", "also", "still", "then", "gladly", "always", "just", "never", "really", "happily", "simply", "now", "all",
        "again", "certainly", "much", "far", "well", "even", "both", "soon",
    ];

    // Where no verb follows, something is asked about: "would a call".
    private static readonly HashSet<string> NoVerbs = ["a", "an", "the", "my", "your", "that", "this", "there", "anything", "something", "than", "if", "and", "or", ToldFacts.Offered, ToldFacts.Named];

    public static IEnumerable<string> VerbsIn(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (!Words.Contains(words[at]) && !(words[at] == "me" && at > 0 && words[at - 1] == "let"))
                continue;
            if (words.Skip(at + 1).SkipWhile(Between.Contains).FirstOrDefault() is { } verb && !NoVerbs.Contains(verb))
                yield return verb;
        }
    }
}
