using CoachBot.Conversation;
using CoachBot.Reading;
using Microsoft.Bot.Schema;

namespace CoachBot.Debrief;

/// <summary>The reading on a card: the kind of no, how sure, the rep's own words that led there, and what else it could be.</summary>
public sealed class ReadingCard(CardTemplates cards, Phrases phrases, NoKinds kinds, CueBook cues, IReadOnlyDictionary<string, Flows.Flow> flows)
{
    public const string Name = "reading";

    private const int MostQuotes = 3;
    private const int MostCues = 2;
    private const int MostOthers = 3;

    /// <param name="no">The case.</param>
    /// <param name="reading">How it reads.</param>
    /// <param name="nonce">Makes the buttons count; null for a card that is only read.</param>
    public Attachment Fill(DebriefCase no, CaseReading reading, string? nonce)
    {
        ArgumentNullException.ThrowIfNull(no);
        ArgumentNullException.ThrowIfNull(reading);
        var others = OthersOf(reading);
        return cards.Fill(Name, new Dictionary<string, object?>
        {
            ["kind"] = reading.Kind.Kind,
            ["means"] = reading.OnceAsked ? phrases.Say(DebriefWords.OnceAsked) : reading.Kind.Means,
            ["facts"] = Facts(no, reading),
            ["ledBy"] = phrases.Say(DebriefWords.LedBy),
            ["quotes"] = Quotes(reading.First),
            ["cues"] = Cues(reading.First),
            ["askDontAssume"] = phrases.Say(DebriefWords.AskDontAssume),
            ["others"] = others.Count == 0 || reading.ByTheRep ? null : phrases.Say(DebriefWords.Others, ("text", string.Join("; ", others.Select(o => LowerFirst(o.Kind))))),
            ["correctLabel"] = phrases.Say(DebriefWords.CorrectLabel),
            ["placeholder"] = phrases.Say(DebriefWords.Pick),
            ["corrections"] = nonce is null ? null : kinds.All.Where(k => k != reading.Kind).Select(k => Choice(k.Id, k.Tap)).ToList(),
            ["nonce"] = nonce,
            ["choices"] = nonce is null ? null : Choices(others),
        });
    }

    private List<Dictionary<string, object?>> Choices(IReadOnlyList<NoKind> others) =>
    [
        Choice(CaseReader.Fits, phrases.Say(DebriefWords.Fits), "none"),
        .. others.Select(o => Choice(o.Id, o.Tap, "none")),
        Choice("correct", phrases.Say(DebriefWords.Correct), "auto"),
    ];

    private static Dictionary<string, object?> Choice(string id, string title, string? inputs = null) =>
        new() { ["id"] = id, ["title"] = title, ["inputs"] = inputs };

    private List<NoKind> OthersOf(CaseReading reading) =>
        [.. reading.First.Others.Select(o => kinds.Of(o.Step, o.Reason)).Where(k => k != reading.Kind).Distinct().Take(MostOthers)];

    private List<Dictionary<string, object?>> Facts(DebriefCase no, CaseReading reading)
    {
        List<Dictionary<string, object?>> facts =
        [
            Fact(DebriefWords.ReadingReason, phrases.Say(DebriefWords.ReasonKey(reading.Reason))),
            Fact(DebriefWords.ReadingSure, Sure(reading)),
        ];
        if (reading is { ByTheRep: false, SecondOpinion: { } second })
            facts.Add(Fact(DebriefWords.ReadBy, phrases.Say(second ? DebriefWords.ReadByBoth : DebriefWords.ReadByRules)));
        if (no.Answers.Find("guess") is { LeftOpen: false } guess)
            facts.Add(Fact(DebriefWords.ReadingGuess, GuessOf(guess)));
        return facts;
    }

    private Dictionary<string, object?> Fact(string title, string value) => new() { ["title"] = phrases.Say(title), ["value"] = value };

    public string GuessOf(Flows.Answer guess)
    {
        var asked = flows["debrief"].Questions.First(q => q.Id == "guess");
        return asked.Options.FirstOrDefault(o => o.Id == guess.Chosen)?.Says ?? TypedText.Shorten(guess.Text, 120);
    }

    private string Sure(CaseReading reading)
    {
        if (reading.ByTheRep)
            return phrases.Say(DebriefWords.YourWord);
        return phrases.Say(reading.First.Confidence switch
        {
            >= 0.8 => DebriefWords.VerySure,
            >= 0.55 => DebriefWords.FairlySure,
            _ => DebriefWords.NotSure,
        });
    }

    private static List<Dictionary<string, object?>> Quotes(NoReading reading) =>
        [.. OutermostOf(reading.Evidence.Where(e => e.Field is "said" or "why" or "body" or "reply").Select(e => TypedText.Shorten(e.Quote.Trim(), 160)).ToList())
            .Take(MostQuotes).Select(q => new Dictionary<string, object?> { ["text"] = $"“{q}”" })];

    // "too expensive" says nothing new beside "just too expensive".
    private static IEnumerable<string> OutermostOf(List<string> quotes) =>
        quotes.Distinct().Where(q => !quotes.Exists(other => other.Length > q.Length && other.Contains(q, StringComparison.Ordinal)));

    private List<Dictionary<string, object?>> Cues(NoReading reading) =>
        [.. reading.LeanedOnCues.Select(cues.Find).OfType<Cue>().Take(MostCues).Select(c => new Dictionary<string, object?>
        {
            ["text"] = phrases.Say(DebriefWords.Cue, ("text", LowerFirst(c.Says)), ("changed", string.Join(" / ", c.InnocentExplanations.Take(2).Select(LowerFirst)))),
        })];

    private static string LowerFirst(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) && !text.StartsWith("I ", StringComparison.Ordinal) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
