using CoachBot.Conversation;
using CoachBot.FollowUps.People;
using CoachBot.Storage;
using Microsoft.Bot.Builder;

namespace CoachBot.FollowUps.Reminders;

/// <summary>"Stop messages": from this turn on nothing comes that the rep has not asked for.</summary>
public sealed class StopMessagesAside(UnaskedReminders unasked, Phrases phrases) : IAside
{
    public Command Command => Command.StopMessages;

    public async Task AnswerAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var (work, person) = (TurnWork.Require(), PersonBook.Current(turn));
        person.Stopped = true;
        unasked.Silence(work, person.Key);
        await turn.SendActivityAsync(phrases.Say(FollowUpWords.Stopped), cancellationToken: cancellationToken);
    }
}

/// <summary>"Resume messages": after a stop or a pause.</summary>
public sealed class ResumeMessagesAside(Phrases phrases) : IAside
{
    public Command Command => Command.ResumeMessages;

    public Task AnswerAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var person = PersonBook.Current(turn);
        (person.Stopped, person.PausedUntil) = (false, null);
        return turn.SendActivityAsync(phrases.Say(FollowUpWords.ResumedMessages), cancellationToken: cancellationToken);
    }
}
