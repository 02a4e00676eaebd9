using CoachBot.Conversation;
using CoachBot.Flows;
using CoachBot.FollowUps;
using CoachBot.FollowUps.Dates;
using CoachBot.FollowUps.People;
using CoachBot.FollowUps.Reminders;
using CoachBot.Reading;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.Bot.Builder;

namespace CoachBot.Debrief;

/// <summary>The date that a case comes to: agreed with the customer, or, after they had enough, for the rep alone.</summary>
public sealed class CaseFollowUp(FollowUpPlanner planner, RepDates repDates, FollowUpDateReader dates, ReadingRules rules, CaseReader reader, DatabaseClock clock, Phrases phrases)
{
    /// <summary>What kind of date the case as it stands may have; null where it has none.</summary>
    public static FollowUpKind? KindFor(DebriefCase no)
    {
        ArgumentNullException.ThrowIfNull(no);
        return no.Contact is null or { IsOpen: false } ? null : no.Step switch
        {
            NextStep.Nurture => FollowUpKind.Agreed,
            NextStep.BackOff => FollowUpKind.LookAgain,
            _ => null,
        };
    }

    /// <summary>The date in a rep's words, or why there is none yet.</summary>
    public (AgreedTime? Date, string Say) Read(ITurnContext turn, DebriefCase no, string said) => repDates.ReadFor(turn, KindFor(no), said);

    /// <summary>The date that the customer named themselves, if they did and it can be read: then nobody has to be asked for it.</summary>
    public Answer? SaidByTheCustomer(ITurnContext turn, DebriefCase no)
    {
        var said = reader.AnswersOf(no).Said;
        if (KindFor(no) != FollowUpKind.Agreed || said.Length == 0 || !reader.Read(no).First.Evidence.Any(e => rules.IsDate(e.Rule)))
            return null;
        return Read(turn, no, said).Date is { } date ? new Answer(FollowUpPrompt.Name, TypedText.Shorten(said, 200), [date.ToString()]) : null;
    }

    public string Write(string agreed) => dates.Write(AgreedTime.Parse(agreed), null);

    /// <summary>The question whether the date was understood; where it lies outside the rep's hours, with the time at which they will hear of it.</summary>
    public string SayBack(ITurnContext turn, DebriefCase no)
    {
        ArgumentNullException.ThrowIfNull(no);
        if (no.Answers.Find(FollowUpPrompt.Name)?.Chosen is not { } chosen)
            return "";
        var (at, times) = (AgreedTime.Parse(chosen), PersonTimes.Of(PersonBook.Current(turn)));
        var due = LocalTimes.Clock(times.ReminderAt(at, clock.Now), times.Zone);
        var shown = new AgreedTime(DateOnly.FromDateTime(due), at.Time is null && DateOnly.FromDateTime(due) == at.Day ? null : TimeOnly.FromDateTime(due));
        return shown == at
            ? phrases.Say(FollowUpWords.Check, ("date", Write(chosen)))
            : phrases.Say(FollowUpWords.CheckMoved, ("date", Write(chosen)), ("changed", Write(shown.ToString())));
    }

    /// <summary>Plans what was agreed and says so.</summary>
    public async Task PlanAsync(ITurnContext turn, DebriefCase no, CancellationToken cancellationToken)
    {
        if (KindFor(no) is not { } kind || no.Answers.Find(FollowUpPrompt.Name) is not { Chosen: { } at } answer)
            return;
        var person = PersonBook.Current(turn);
        var plan = new FollowUpPlan(no.Number, no.Customer, no.Offer, kind, AgreedTime.Parse(at), answer.Text);
        if (await planner.PlanAsync(TurnWork.Require(), person, plan, cancellationToken) is null)
            return;
        no.PlannedFor = at;
        var phrase = person.Stopped ? FollowUpWords.PlannedStopped : kind == FollowUpKind.Agreed ? FollowUpWords.Planned : FollowUpWords.PlannedLook;
        await turn.SendActivityAsync(PlainMessage.Of(phrases.Say(phrase, ("customer", no.CustomerOr(phrases.Say(DebriefWords.UnknownCustomer))), ("date", Write(at)))), cancellationToken);
    }

    /// <summary>The debrief ends: what an earlier round had planned stands only where this one comes to a date too.</summary>
    public async Task EndAsync(ITurnContext turn, DebriefCase no, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(no);
        if (no.PlannedFor is null || (no.Answers.Find(FollowUpPrompt.Name)?.Chosen is not null && KindFor(no) is not null && !no.Won))
            return;
        no.PlannedFor = null;
        await planner.EndAsync(TurnWork.Require(), PersonBook.Current(turn).Key, no.Number, cancellationToken);
    }
}
