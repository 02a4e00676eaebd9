using System.Globalization;
using CoachBot.Conversation;
using CoachBot.FollowUps.Dates;
using CoachBot.Storage.Tables;
using Microsoft.Bot.Schema;

namespace CoachBot.FollowUps.Reminders;

/// <summary>Follow-ups on a card, each with what can be done about it as it stands.</summary>
public sealed class ReminderCard(CardTemplates cards, FollowUpDateReader dates, Phrases phrases)
{
    public const string Name = "reminder";

    /// <summary>More than these are summed up: after a holiday nobody reads twenty.</summary>
    public const int MostShown = 6;

    private const string NonceBegins = "reminder/";

    /// <summary>Whether a nonce is one of these cards', and which message's.</summary>
    public static string? MarkOf(string? nonce) => nonce?.StartsWith(NonceBegins, StringComparison.Ordinal) == true ? nonce[NonceBegins.Length..].Split('/')[0] : null;

    public static string NameOf(FollowUpRow followUp, Phrases phrases)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        ArgumentNullException.ThrowIfNull(phrases);
        return followUp.Name.Length > 0 ? TypedText.Shorten(followUp.Name, 40) : phrases.Say(FollowUpWords.NoName);
    }

    /// <param name="mark">The message that the card stands in.</param>
    /// <param name="followUps">What is on it, the oldest first.</param>
    /// <param name="today">The rep's day.</param>
    /// <param name="showing">Tells this showing of the card from every other: a button that was pressed on another is another press.</param>
    /// <param name="choosing">The follow-up for which another day is being chosen.</param>
    /// <param name="asked">Why the day is asked for again.</param>
    public Attachment Fill(string mark, IReadOnlyList<FollowUpRow> followUps, DateOnly today, string showing, long? choosing = null, string? asked = null)
    {
        ArgumentNullException.ThrowIfNull(followUps);
        var more = followUps.Count - MostShown;
        return cards.Fill(Name, new Dictionary<string, object?>
        {
            ["title"] = phrases.Say(FollowUpWords.ReminderTitle),
            ["nonce"] = $"{NonceBegins}{mark}/{showing}",
            ["items"] = followUps.Take(MostShown).Select(f => Item(f, today, f.Id == choosing, asked, mark)).ToList(),
            ["more"] = more > 0 ? phrases.Say(FollowUpWords.ReminderMore, ("count", more.ToString(CultureInfo.InvariantCulture))) : null,
            ["footer"] = phrases.Say(mark == FollowUpDesk.List ? FollowUpWords.ListFooter : FollowUpWords.ReminderFooter),
            ["placeholder"] = phrases.Say(FollowUpWords.WhenPlaceholder),
        });
    }

    private Dictionary<string, object?> Item(FollowUpRow followUp, DateOnly today, bool choosing, string? asked, string mark)
    {
        var stage = choosing && followUp.Status is FollowUpStatus.Reminded or FollowUpStatus.Planned ? ReminderStage.When : ReminderStages.Of(followUp);
        return new()
        {
            ["item"] = followUp.Id.ToString(CultureInfo.InvariantCulture),
            ["name"] = NameOf(followUp, phrases),
            ["about"] = About(followUp, today),
            ["asks"] = stage == ReminderStage.When && asked is not null ? asked : stage == ReminderStage.Planned && mark == FollowUpDesk.List ? null : Asks(stage, followUp),
            ["typed"] = stage == ReminderStage.When ? true : null,
            ["choices"] = ReminderStages.Choices(stage, followUp.Kind).Select(c => new Dictionary<string, object?> { ["id"] = c.Id, ["says"] = phrases.Say(c.Phrase) }).ToList(),
        };
    }

    private string About(FollowUpRow followUp, DateOnly today)
    {
        var at = AgreedTime.Parse(followUp.Agreed);
        var words = phrases.Say(followUp.Kind == FollowUpKind.Agreed ? FollowUpWords.ItemAgreed : FollowUpWords.ItemLookAgain,
            ("text", TypedText.Shorten(followUp.Said.TrimEnd('.', ' '), 120)), ("offer", TypedText.Shorten(followUp.Offer, 80)), ("date", dates.Write(at, null)));
        return at.Day < today && followUp.Status == FollowUpStatus.Reminded ? phrases.Say(FollowUpWords.ItemOverdue, ("date", dates.Write(at, null))) + " " + words : words;
    }

    private string Asks(ReminderStage stage, FollowUpRow followUp) => stage switch
    {
        ReminderStage.Due => followUp.Kind == FollowUpKind.LookAgain ? phrases.Say(FollowUpWords.LookAgainAsk) : "",
        ReminderStage.How => phrases.Say(FollowUpWords.OutcomeAsk),
        ReminderStage.When => phrases.Say(FollowUpWords.WhenAsk),
        ReminderStage.Over => phrases.Say(ReminderStages.PhraseOfEnd(followUp)),
        _ => phrases.Say(FollowUpWords.PlannedFor, ("date", dates.Write(AgreedTime.Parse(followUp.Agreed), null))),
    };
}
