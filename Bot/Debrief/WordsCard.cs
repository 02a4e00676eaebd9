using CoachBot.Conversation;
using CoachBot.Scripts;
using Microsoft.Bot.Schema;

namespace CoachBot.Debrief;

/// <summary>The words to use next, on a card: each line in the order of its step's moves, and the article they follow.</summary>
public sealed class WordsCard(CardTemplates cards, Phrases phrases, CaseScripts scripts)
{
    public const string Name = "words";
    public const string Shorter = "shorter";
    public const string Warmer = "warmer";
    public const string Plainer = "plainer";
    public const string Other = "other";
    public const string Alone = "alone";
    public const string GoOn = "go-on";

    public static IReadOnlyList<string> Wishes { get; } = [Shorter, Warmer, Plainer, Other, Alone, GoOn];

    /// <summary>Takes a wish for other words; false if it is no such wish.</summary>
    public static bool Change(DebriefCase no, string wish)
    {
        ArgumentNullException.ThrowIfNull(no);
        (no.Tone, no.Wording) = wish switch
        {
            Shorter => (Tone.Shorter, no.Wording),
            Warmer => (Tone.Warmer, no.Wording),
            Plainer => (Tone.Plainer, no.Wording),
            Other => (Tone.Base, no.Wording + 1),
            _ => (no.Tone, no.Wording),
        };
        return wish is Shorter or Warmer or Plainer or Other;
    }

    /// <summary>The words alone; what is said only if they still draw back comes apart.</summary>
    public IReadOnlyList<string> Words(DebriefCase no)
    {
        var script = ScriptOf(no);
        return script.HeldWords.Length > 0 ? [script.Words, script.HeldWords] : [script.Words];
    }

    /// <param name="no">The case.</param>
    /// <param name="nonce">Makes the buttons count; null for a card that is only read.</param>
    /// <param name="copies">Whether the channel can copy words from a card.</param>
    public Attachment Fill(DebriefCase no, string? nonce, bool copies)
    {
        var script = ScriptOf(no);
        return cards.Fill(Name, new Dictionary<string, object?>
        {
            ["title"] = script.Title,
            ["why"] = script.Why,
            ["medium"] = phrases.Say(script.Medium == Medium.Message ? DebriefWords.ToWrite : DebriefWords.ToSay),
            ["lines"] = script.Lines.Select(l => new Dictionary<string, object?> { ["text"] = l.Text, ["direction"] = !l.Spoken }).ToList(),
            ["coach"] = script.Coach,
            ["follows"] = phrases.Say(DebriefWords.Follows, ("text", string.Join("; ", script.Follows.Select(key => scripts.Articles[key])))),
            ["copies"] = copies,
            ["copy"] = phrases.Say(DebriefWords.Copy),
            ["words"] = script.Words,
            ["nonce"] = nonce,
            ["choices"] = nonce is null ? null : Choices(copies).Select(c => new Dictionary<string, object?> { ["id"] = c.Id, ["title"] = phrases.Say(c.Phrase) }).ToList(),
        });
    }

    private Script ScriptOf(DebriefCase no)
    {
        var ways = scripts.Ways(no);
        return ways[no.Wording % ways.Count];
    }

    private static IEnumerable<(string Id, string Phrase)> Choices(bool copies)
    {
        if (!copies)
            yield return (Alone, DebriefWords.Alone);
        yield return (Shorter, DebriefWords.Shorter);
        yield return (Warmer, DebriefWords.Warmer);
        yield return (Plainer, DebriefWords.Plainer);
        yield return (Other, DebriefWords.OtherWords);
        yield return (GoOn, DebriefWords.GoOn);
    }
}
