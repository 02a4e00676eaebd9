using CoachBot.Conversation;
using CoachBot.FollowUps.People;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.FollowUps.Reminders;

/// <summary>Shows what is planned, each with another day or an end to it.</summary>
public sealed class FollowUpsAside(ReminderCard card, DatabaseClock clock, Phrases phrases) : IAside
{
    public Command Command => Command.FollowUps;

    public async Task AnswerAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var person = PersonBook.Current(turn);
        var planned = (await TurnWork.Require().Database.FollowUps.AsNoTracking().Where(f => f.Person == person.Key && f.Status == FollowUpStatus.Planned).ToListAsync(cancellationToken))
            .OrderBy(f => f.Agreed, StringComparer.Ordinal).ToList();
        var text = phrases.Say(person.Stopped ? FollowUpWords.ListStopped : planned.Count == 0 ? FollowUpWords.ListEmpty : FollowUpWords.List);
        var shown = planned.Count == 0 ? null : card.Fill(FollowUpDesk.List, planned, PersonTimes.Of(person).DayOf(clock.Now), turn.Activity.Id ?? "");
        await turn.SendActivityAsync(PlainMessage.Of(text, shown), cancellationToken);
    }
}
