using System.Globalization;
using CoachBot.Conversation;
using CoachBot.Storage.Tables;
using Microsoft.Bot.Schema;

namespace CoachBot.FollowUps.Reminders;

/// <summary>The message that reminds a rep of everything that is due on a day.</summary>
public sealed class ReminderMessage(ReminderCard card, Phrases phrases)
{
    /// <param name="mark">The message's id, by which its card is known.</param>
    /// <param name="due">What is due, the oldest first.</param>
    /// <param name="today">The rep's day.</param>
    public Activity Of(string mark, IReadOnlyList<FollowUpRow> due, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(due);
        var text = due is [var only]
            ? phrases.Say(only.Kind == FollowUpKind.Agreed ? FollowUpWords.ReminderOne : FollowUpWords.ReminderLookAgain, ("customer", ReminderCard.NameOf(only, phrases)))
            : phrases.Say(FollowUpWords.ReminderMany, ("count", due.Count.ToString(CultureInfo.InvariantCulture)));
        var message = PlainMessage.Of(text, card.Fill(mark, due, today, "0"));
        // What the channel shows before the message is opened; on a locked screen no customer stands there.
        message.Summary = phrases.Say(FollowUpWords.ReminderSummary);
        return message;
    }
}
