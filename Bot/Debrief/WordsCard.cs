using CoachBot.Conversation;
using CoachBot.Scripts;
using Microsoft.Bot.Schema;

namespace CoachBot.Debrief;

/// <summary>The words to use next, on a card: each line in the order of its step's moves, and the article they follow.</summary>
public sealed class WordsCard(CardTemplates cards, Phrases phrases, CaseScripts scripts, CaseWording wording)
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
    public bool Change(DebriefCase no, string wish)
    {
        ArgumentNullException.ThrowIfNull(no);
        if (wish == Other)
            wording.GoOn(no);
        (no.Tone, no.ShowsOwnWords) = wish switch
        {
            Shorter => (Tone.Shorter, false),
            Warmer => (Tone.Warmer, false),
            Plainer => (Tone.Plainer, false),
            _ => (no.Tone, no.ShowsOwnWords),
        };
        return wish is Shorter or Warmer or Plainer or Other;
    }

    /// <summary>How the words are labelled if a language model wrote them; null if they are the written ones.</summary>
    public string? Label(DebriefCase no) => wording.Shown(no).ByModel ? phrases.Say(DebriefWords.ByModel) : null;

    /// <summary>The words alone; what is said only if they still draw back comes apart.</summary>
    public IReadOnlyList<string> Words(DebriefCase no)
    {
        var script = wording.Shown(no);
        return script.HeldWords.Length > 0 ? [script.Words, script.HeldWords] : [script.Words];
    }

    /// <param name="no">The case.</param>
    /// <param name="nonce">Makes the buttons count; null for a card that is only read.</param>
    /// <param name="copies">Whether the channel can copy words from a card.</param>
    public Attachment Fill(DebriefCase no, string? nonce, bool copies)
    {
        var script = wording.Shown(no);
        return cards.Fill(Name, new Dictionary<string, object?>
        {
            ["title"] = script.Title,
            ["why"] = script.Why,
            ["medium"] = phrases.Say(script.Medium == Medium.Message ? DebriefWords.ToWrite : DebriefWords.ToSay),
            ["label"] = script.ByModel ? phrases.Say(DebriefWords.ByModel) : null,
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
