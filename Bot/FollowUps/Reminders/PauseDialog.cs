using CoachBot.Conversation;
using CoachBot.FollowUps.Dates;
using CoachBot.FollowUps.People;
using CoachBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace CoachBot.FollowUps.Reminders;

/// <summary>"Pause messages": until which day nothing comes unasked.</summary>
public sealed class PauseDialog : SideDialog
{
    public const string Name = "pause";
    private const string Steps = "pause-steps", Until = "pause-until";

    private readonly UnaskedReminders _unasked;
    private readonly RepDates _repDates;
    private readonly FollowUpDateReader _dates;
    private readonly DatabaseClock _clock;
    private readonly Phrases _phrases;

    public PauseDialog(UnaskedReminders unasked, RepDates repDates, FollowUpDateReader dates, DatabaseClock clock, Phrases phrases) : base(Name, Command.PauseMessages)
    {
        (_unasked, _repDates, _dates, _clock, _phrases) = (unasked, repDates, dates, clock, phrases);
        AddDialog(new WaterfallDialog(Steps, [AskAsync, PauseAsync]));
        AddDialog(new TextPrompt(Until, (prompt, _) => Task.FromResult(DayOf(prompt.Context, prompt.Recognized.Value) is not null)));
        InitialDialogId = Steps;
    }

    private Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken) => step.PromptAsync(Until, new PromptOptions
    {
        Prompt = PlainMessage.Suggesting(_phrases.Say(FollowUpWords.PauseAsk), [_phrases.Say(FollowUpWords.TomorrowButton), _phrases.Say(FollowUpWords.NextWeekButton), _phrases.Say(FollowUpWords.NextMonthButton)]),
        RetryPrompt = MessageFactory.Text(_phrases.Say(FollowUpWords.PauseAgain)),
    }, cancellationToken);

    private async Task<DialogTurnResult> PauseAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var person = PersonBook.Current(step.Context);
        var until = DayOf(step.Context, (string)step.Result)!.Value;
        var times = PersonTimes.Of(person);
        person.PausedUntil = LocalTimes.Instant(until, TimeOnly.MinValue, times.Zone);
        _unasked.Silence(TurnWork.Require(), person.Key);
        await step.Context.SendActivityAsync(_phrases.Say(FollowUpWords.Paused, ("date", _dates.Write(new AgreedTime(until, null), null))), cancellationToken: cancellationToken);
        return await step.EndDialogAsync(cancellationToken: cancellationToken);
    }

    private DateOnly? DayOf(ITurnContext turn, string? text)
    {
        var today = PersonTimes.Of(PersonBook.Current(turn)).DayOf(_clock.Now);
        return _repDates.Read(turn, text) is AgreedDate date && date.Day > today ? date.Day : null;
    }
}
