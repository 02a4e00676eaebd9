using CoachBot.Conversation;
using CoachBot.FollowUps.Dates;
using CoachBot.FollowUps.Reminders;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.Bot.Builder;

namespace CoachBot.FollowUps.People;

/// <summary>Reads a date as the rep whose turn it is means it: by their clock, in their working week, in their language.</summary>
public sealed class RepDates(FollowUpDateReader dates, DatabaseClock clock, Phrases phrases)
{
    public FollowUpDate Read(ITurnContext turn, string? said)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var times = PersonTimes.Of(PersonBook.Current(turn));
        return dates.Read(new FollowUpDateRequest(said ?? "", clock.Now, times.Zone) { RepLanguage = turn.Activity.Locale ?? "en", Hours = times.Hours });
    }

    /// <summary>The date of a follow-up with the sentence that says it back; or none, and the sentence that asks for it again.</summary>
    public (AgreedTime? Date, string Say) ReadFor(ITurnContext turn, FollowUpKind? kind, string said)
    {
        var read = Read(turn, said);
        if (read is not AgreedDate date)
            return (null, read.Say);
        var earliest = LookAgain.Earliest(PersonTimes.Of(PersonBook.Current(turn)).DayOf(clock.Now));
        return kind == FollowUpKind.LookAgain && date.Day < earliest
            ? (null, phrases.Say(FollowUpWords.LookTooSoon, ("date", dates.Write(new AgreedTime(earliest, null), null))))
            : (new AgreedTime(date.Day, date.Time), date.Say);
    }
}
