using System.Globalization;
using CoachBot.Channels;
using CoachBot.Conversation;
using CoachBot.FollowUps.People;
using CoachBot.FollowUps.Promises;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.FollowUps.Reminders;

/// <summary>Takes what a rep says to a reminder: done, later, they said something, drop it; then how it went.</summary>
public sealed class FollowUpDesk(ReminderCard card, RepDates dates, PromiseList promises, DatabaseClock clock, Phrases phrases)
{
    /// <summary>On a list of what is planned, instead of a reminder's mark.</summary>
    public const string List = "list";

    private static readonly TimeSpan StillTyped = TimeSpan.FromDays(2);

    /// <summary>Takes a press on a card of follow-ups, or the words of one of its buttons.</summary>
    /// <returns>What came of it; null where it was nothing of these.</returns>
    public async Task<FollowUpTaken?> TakeAsync(ITurnContext turn, bool mayBeTyped, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var person = PersonBook.Current(turn);
        var press = CardPress.Of(turn);
        if (press is not null)
            return ReminderCard.MarkOf(press.Nonce) is { } mark ? await PressedAsync(turn, person, mark, press, cancellationToken) : null;
        return mayBeTyped && await TypedAsync(person, turn.Activity.Text, cancellationToken) is { } typed
            ? await PressedAsync(turn, person, typed.FollowUp.Mark!, new CardPress(null, typed.Choice, new Dictionary<string, string> { ["item"] = IdOf(typed.FollowUp) }), cancellationToken)
            : null;
    }

    private async Task<FollowUpTaken> PressedAsync(ITurnContext turn, PersonRow person, string mark, CardPress press, CancellationToken cancellationToken)
    {
        var work = TurnWork.Require();
        var shown = await ShownAsync(work.Database, person.Key, mark, cancellationToken);
        var pressed = shown.Find(f => IdOf(f) == press.Inputs.GetValueOrDefault("item"));
        var taken = new FollowUpTaken(null);
        (long? choosing, string? asked) = (null, null);
        if (pressed is not null && CanBe(pressed, press.Answer))
        {
            PersonLock.TakeWith(work, person.Key);
            (taken, choosing, asked) = await ChangeAsync(turn, person, pressed, press, cancellationToken);
        }

        if (shown.Count > 0)
            await ShowAsync(turn, card.Fill(mark, shown, PersonTimes.Of(person).DayOf(clock.Now), turn.Activity.Id ?? "", choosing, asked), cancellationToken);
        return taken;
    }

    // The list shows what is planned now; a reminder what it reminded of, whatever has become of it.
    private static async Task<List<FollowUpRow>> ShownAsync(CoachDatabase database, string person, string mark, CancellationToken cancellationToken) =>
        [.. (await database.FollowUps.Where(f => f.Person == person && (mark == List ? f.Status == FollowUpStatus.Planned : f.Mark == mark)).ToListAsync(cancellationToken)).OrderBy(f => f.Agreed, StringComparer.Ordinal)];

    // A button of an earlier showing does nothing any more.
    private static bool CanBe(FollowUpRow followUp, string? answer) =>
        ReminderStages.Choices(ReminderStages.Of(followUp), followUp.Kind).Any(c => c.Id == answer)
        || (ReminderStages.Of(followUp) is ReminderStage.Due or ReminderStage.Planned && ReminderStages.Choices(ReminderStage.When, followUp.Kind).Any(c => c.Id == answer));

    private async Task<(FollowUpTaken Taken, long? Choosing, string? Asked)> ChangeAsync(ITurnContext turn, PersonRow person, FollowUpRow followUp, CardPress press, CancellationToken cancellationToken)
    {
        switch (press.Answer)
        {
            case ReminderStages.Later:
                return (new(null), followUp.Id, null);
            case ReminderStages.Drop:
                End(followUp, FollowUpStatus.Dropped, null);
                break;
            case ReminderStages.Done:
                followUp.Status = FollowUpStatus.Done;
                break;
            case ReminderStages.Said:
                End(followUp, FollowUpStatus.Done, ReminderStages.Answered);
                await NoteAsync(followUp, cancellationToken);
                return (new(followUp), null, null);
            case ReminderStages.Date:
                await HowAsync(turn, followUp, press.Answer, cancellationToken);
                return (new(null), Again(followUp).Id, null);
            case ReminderStages.Nothing or ReminderStages.Yes or ReminderStages.StillNo or ReminderStages.Silence or ReminderStages.Quiet:
                await HowAsync(turn, followUp, press.Answer, cancellationToken);
                break;
            default:
                return await PutOffAsync(turn, person, followUp, press, cancellationToken);
        }

        return (new(null), null, null);
    }

    private async Task HowAsync(ITurnContext turn, FollowUpRow followUp, string how, CancellationToken cancellationToken)
    {
        End(followUp, FollowUpStatus.Done, how);
        await NoteAsync(followUp, cancellationToken);
        if (how != ReminderStages.Quiet)
            return;
        var made = await promises.MakeAsync(TurnWork.Require(), followUp.Person, followUp.Name, cancellationToken);
        await turn.SendActivityAsync(PlainMessage.Of(phrases.Say(made is null ? FollowUpWords.PromiseNameless : FollowUpWords.PromiseMade, ("customer", ReminderCard.NameOf(followUp, phrases)))), cancellationToken);
    }

    // Another date with the same customer is the same follow-up, agreed anew; how this one went stays with the reading.
    private static FollowUpRow Again(FollowUpRow followUp)
    {
        (followUp.Status, followUp.Outcome, followUp.Ended) = (FollowUpStatus.Reminded, null, null);
        return followUp;
    }

    private async Task<(FollowUpTaken Taken, long? Choosing, string? Asked)> PutOffAsync(ITurnContext turn, PersonRow person, FollowUpRow followUp, CardPress press, CancellationToken cancellationToken)
    {
        var said = press.Answer == ReminderStages.Set ? press.Inputs.GetValueOrDefault($"when-{IdOf(followUp)}", "") : phrases.Say(ReminderStages.Choices(ReminderStage.When, followUp.Kind).First(c => c.Id == press.Answer).Phrase);
        var (at, say) = dates.ReadFor(turn, followUp.Kind, said);
        if (at is null)
            return (new(null), followUp.Id, say);
        (followUp.Status, followUp.Agreed, followUp.Said, followUp.Due) = (FollowUpStatus.Planned, at.ToString(), said, PersonTimes.Of(person).ReminderAt(at, clock.Now));
        followUp.Snoozes++;
        return (new(null), null, null);
    }

    private void End(FollowUpRow followUp, FollowUpStatus status, string? outcome) =>
        (followUp.Status, followUp.Outcome, followUp.Ended) = (status, outcome, clock.Now);

    // Kept beside the reading that the follow-up came from.
    private static async Task NoteAsync(FollowUpRow followUp, CancellationToken cancellationToken)
    {
        var reading = await TurnWork.Require().Database.Readings
            .Where(r => TurnWork.Require().Database.Debriefs.Any(d => d.Id == r.DebriefId && d.Person == followUp.Person && d.Conversation == followUp.Conversation && d.Number == followUp.Debrief))
            .OrderByDescending(r => r.Round).FirstOrDefaultAsync(cancellationToken);
        if (reading is not null)
            reading.Outcome = followUp.Outcome;
    }

    // "Done", typed under a reminder: where only one thing can be meant.
    private async Task<(FollowUpRow FollowUp, string Choice)?> TypedAsync(PersonRow person, string? text, CancellationToken cancellationToken)
    {
        var (said, since) = (TypedText.Normalize(text), clock.Now - StillTyped);
        if (said.Length == 0 || person.LastUnasked is not { } last || last < since)
            return null;
        var open = await TurnWork.Require().Database.FollowUps
            .Where(f => f.Person == person.Key && f.Asked >= since && (f.Status == FollowUpStatus.Reminded || (f.Status == FollowUpStatus.Done && f.Outcome == null))).ToListAsync(cancellationToken);
        var meant = open.SelectMany(f => ReminderStages.Choices(ReminderStages.Of(f), f.Kind).Where(c => TypedText.Normalize(phrases.Say(c.Phrase)) == said).Select(c => (f, c.Id))).ToList();
        return meant is [var only] ? only : null;
    }

    private async Task ShowAsync(ITurnContext turn, Attachment shown, CancellationToken cancellationToken)
    {
        var message = PlainMessage.Of(phrases.Say(FollowUpWords.ReminderTitle), shown);
        message.Id = turn.Activity.ReplyToId;
        if (turn is CardTurn press)
            (press.Replacement, press.Update) = (shown.Content, string.IsNullOrEmpty(message.Id) ? null : message);
        else if (CardPress.Of(turn) is not null && !string.IsNullOrEmpty(message.Id))
            await turn.UpdateActivityAsync(message, cancellationToken);
        else
            await turn.SendActivityAsync(message, cancellationToken);
    }

    private static string IdOf(FollowUpRow followUp) => followUp.Id.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Something was said to a reminder.</summary>
/// <param name="GoesOn">The customer answered: the follow-up whose case goes on.</param>
public sealed record FollowUpTaken(FollowUpRow? GoesOn);
