using System.Globalization;
using CoachBot.Conversation;
using CoachBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.FollowUps.Promises;

/// <summary>
/// A promised customer came back by themselves: which one, their own words, the day. Only that lifts a promise. The
/// dialog's options are the customer's key, if it is known already.
/// </summary>
public sealed class LiftDialog : SideDialog
{
    public const string Name = "lift";
    private const string Steps = "lift-steps", Who = "lift-who", Words = "lift-words", Day = "lift-day", Customer = "customer", Said = "said";
    private const int LongestWords = 1000;

    private readonly PromiseList _promises;
    private readonly DatabaseClock _clock;
    private readonly Phrases _phrases;

    public LiftDialog(PromiseList promises, DatabaseClock clock, Phrases phrases) : base(Name, Command.CameBack)
    {
        (_promises, _clock, _phrases) = (promises, clock, phrases);
        AddDialog(new WaterfallDialog(Steps, [AskWhoAsync, AskTheirWordsAsync, AskTheDayAsync, LiftAsync]));
        AddDialog(new TextPrompt(Who, async (prompt, cancel) => await FindAsync(prompt.Context, prompt.Recognized.Value, cancel) is not null));
        AddDialog(new TextPrompt(Words, (prompt, _) => Task.FromResult(!string.IsNullOrWhiteSpace(prompt.Recognized.Value))));
        AddDialog(new TextPrompt(Day, (prompt, _) => Task.FromResult(DayOf(prompt.Recognized.Value, prompt.Context.Activity) is not null)));
        InitialDialogId = Steps;
    }

    private async Task<DialogTurnResult> AskWhoAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var standing = await StandingAsync(step.Context, cancellationToken);
        if (standing.Count == 0)
        {
            await step.Context.SendActivityAsync(_phrases.Say(FollowUpWords.LiftNothing), cancellationToken: cancellationToken);
            return await step.EndDialogAsync(cancellationToken: cancellationToken);
        }

        if (step.Options is string known && standing.Exists(p => p.Customer == known))
            return await step.NextAsync(standing.First(p => p.Customer == known).Name, cancellationToken);
        return standing is [var only]
            ? await step.NextAsync(only.Name, cancellationToken)
            : await AskAsync(step, Who, FollowUpWords.LiftWho, FollowUpWords.LiftWhoAgain, "", [.. standing.Select(p => p.Name).Take(3)], cancellationToken);
    }

    private async Task<DialogTurnResult> AskTheirWordsAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var promise = await FindAsync(step.Context, (string)step.Result, cancellationToken);
        step.Values[Customer] = promise!.Value.Customer;
        return await AskAsync(step, Words, FollowUpWords.LiftWords, FollowUpWords.LiftWords, promise.Value.Name, [], cancellationToken);
    }

    private async Task<DialogTurnResult> AskTheDayAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        step.Values[Said] = TypedText.Shorten(((string)step.Result).Trim(), LongestWords);
        return await AskAsync(step, Day, FollowUpWords.LiftDay, FollowUpWords.LiftDayAgain, "", [_phrases.Say(FollowUpWords.Today), _phrases.Say(FollowUpWords.Yesterday)], cancellationToken);
    }

    private async Task<DialogTurnResult> LiftAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var (_, person) = PersonState.WhoseTurn(step.Context.Activity);
        var day = DayOf((string)step.Result, step.Context.Activity)!.Value;
        await _promises.LiftAsync(TurnWork.Require(), person, (string)step.Values[Customer], (string)step.Values[Said], day, cancellationToken);
        await step.Context.SendActivityAsync(_phrases.Say(FollowUpWords.Lifted), cancellationToken: cancellationToken);
        return await step.EndDialogAsync(cancellationToken: cancellationToken);
    }

    private Task<DialogTurnResult> AskAsync(WaterfallStepContext step, string prompt, string ask, string again, string customer, IReadOnlyList<string> choices, CancellationToken cancellationToken) =>
        step.PromptAsync(prompt, new PromptOptions { Prompt = Message(ask, customer, choices), RetryPrompt = Message(again, customer, choices) }, cancellationToken);

    private Activity Message(string phrase, string customer, IReadOnlyList<string> choices)
    {
        var message = MessageFactory.Text(_phrases.Say(phrase, ("customer", customer)));
        if (choices.Count > 0)
            message.SuggestedActions = new SuggestedActions { Actions = [.. choices.Select(c => new CardAction(ActionTypes.ImBack, c, value: c))] };
        return message;
    }

    private static async Task<(string Customer, string Name)?> FindAsync(ITurnContext turn, string? name, CancellationToken cancellationToken) =>
        (await StandingAsync(turn, cancellationToken)).Where(p => TypedText.Normalize(p.Name) == TypedText.Normalize(name)).Select(p => ((string, string)?)p).FirstOrDefault();

    private static async Task<List<(string Customer, string Name)>> StandingAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var (_, person) = PersonState.WhoseTurn(turn.Activity);
        var standing = await TurnWork.Require().Database.Promises.AsNoTracking()
            .Where(p => p.Person == person && p.Lifted == null && p.Name != "").OrderBy(p => p.Id).ToListAsync(cancellationToken);
        return [.. standing.Select(p => (p.Customer, p.Name))];
    }

    // The day is past or today: nobody can have said anything tomorrow.
    private DateOnly? DayOf(string? text, Activity activity)
    {
        var zone = activity.LocalTimezone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var known) ? known : TimeZoneInfo.Utc;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_clock.Now, zone).DateTime);
        var said = TypedText.Normalize(text);
        if (said == TypedText.Normalize(_phrases.Say(FollowUpWords.Today)))
            return today;
        if (said == TypedText.Normalize(_phrases.Say(FollowUpWords.Yesterday)))
            return today.AddDays(-1);
        return DateOnly.TryParse(text, CultureOf(activity.Locale), out var day) && day <= today ? day : null;
    }

    private static CultureInfo CultureOf(string? locale)
    {
        try
        {
            return CultureInfo.GetCultureInfo(string.IsNullOrEmpty(locale) ? "en-GB" : locale);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo("en-GB");
        }
    }
}
