using CoachBot.Reading;

namespace CoachBot.Scripts;

// Everything that the written scripts of one step say, in every tone and circumstance: a wording may say it too.
internal sealed class StepWords
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<(string Move, string Quote)> _phrases = [];
    private readonly HashSet<string> _verbs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _pieces = new(StringComparer.OrdinalIgnoreCase);

    public StepWords(NextStep step, ScriptBook scripts, WordingPhrases phrases)
    {
        foreach (var line in Requests(step).SelectMany(scripts.Find).SelectMany(ScriptGuard.OpenLines).Distinct())
        {
            var text = line.Text.Replace("the " + ToldFacts.Offered, ToldFacts.Offered, StringComparison.OrdinalIgnoreCase);
            NamesTheOffer |= text.Contains(ToldFacts.Offered, StringComparison.OrdinalIgnoreCase);
            _words.UnionWith(phrases.WordsOf(text));
            _verbs.UnionWith(Modals.VerbsIn(phrases.WordsOf(text)));
            _pieces.UnionWith(WordingPhrases.Pieces(text));
            _phrases.UnionWith(phrases.Find(text).Select(hit => (line.Move, hit.Quote)));
        }
    }

    /// <summary>False where the method leaves the rep's own suggestion out of the words.</summary>
    public bool NamesTheOffer { get; }

    public bool Has(string word) => EverydayWords.Has(_words, word);

    /// <summary>Whether a written wording says these words in the same move.</summary>
    public bool Says(string move, string words) => _phrases.Contains((move, words));

    /// <summary>Whether the written wordings say that somebody will, would or can do this.</summary>
    public bool Does(string verb) => _verbs.Contains(verb);

    /// <summary>Whether a written wording holds this piece of a sentence.</summary>
    public bool Holds(string piece) => _pieces.Contains(piece);

    private static IEnumerable<ScriptRequest> Requests(NextStep step) =>
        from medium in Enum.GetValues<Medium>()
        from tone in Enum.GetValues<Tone>()
        from reason in Reasons.All
        from relation in Enum.GetValues<Relation>()
        from offer in (string[])[ToldFacts.Offered, ""]
        from bits in Enumerable.Range(0, 8)
        select new ScriptRequest(step, reason, medium, tone)
        {
            Offer = offer,
            Relation = relation,
            WhyAsked = (bits & 1) > 0,
            DateKnown = (bits & 2) > 0,
            ChanceSpent = (bits & 4) > 0,
        };
}
