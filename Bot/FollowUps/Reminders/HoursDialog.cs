using System.Globalization;
using System.Text.RegularExpressions;
using CoachBot.Conversation;
using CoachBot.FollowUps.Dates;
using CoachBot.FollowUps.People;
using CoachBot.Storage;
using Microsoft.Bot.Builder.Dialogs;

namespace CoachBot.FollowUps.Reminders;

/// <summary>"My hours": on which days, from when to when, and in which city's time a rep may be reminded.</summary>
public sealed partial class HoursDialog : SideDialog
{
    public const string Name = "hours";
    private const string Steps = "hours-steps", Days = "hours-days", Hours = "hours-hours", Zone = "hours-zone", DaysBits = "days", Clock = "clock";
    private const int MondayToFriday = 0b0111110, MondayToSaturday = 0b1111110, EveryDay = 0b1111111;

    private readonly PersonBook _people;
    private readonly Commands _commands;
    private readonly Phrases _phrases;

    public HoursDialog(PersonBook people, Commands commands, Phrases phrases) : base(Name, Command.MyHours)
    {
        (_people, _commands, _phrases) = (people, commands, phrases);
        AddDialog(new WaterfallDialog(Steps, [AskDaysAsync, AskHoursAsync, AskZoneAsync, KeepAsync]));
        AddDialog(new TextPrompt(Days, (prompt, _) => Task.FromResult(DaysIn(prompt.Recognized.Value) is not null)));
        AddDialog(new TextPrompt(Hours, (prompt, _) => Task.FromResult(HoursIn(prompt.Recognized.Value) is not null)));
        AddDialog(new TextPrompt(Zone, (prompt, _) => Task.FromResult(_commands.IsSkip(prompt.Recognized.Value) || ZoneIn(prompt.Recognized.Value) is not null)));
        InitialDialogId = Steps;
    }

    private Task<DialogTurnResult> AskDaysAsync(WaterfallStepContext step, CancellationToken cancellationToken) =>
        AskAsync(step, Days, FollowUpWords.DaysAsk, FollowUpWords.DaysAgain, [FollowUpWords.MondayToFriday, FollowUpWords.MondayToSaturday, FollowUpWords.EveryDay], cancellationToken);

    private Task<DialogTurnResult> AskHoursAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        step.Values[DaysBits] = DaysIn((string)step.Result)!.Value;
        return AskAsync(step, Hours, FollowUpWords.HoursAsk, FollowUpWords.HoursAgain, [], cancellationToken);
    }

    private Task<DialogTurnResult> AskZoneAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        step.Values[Clock] = (string)step.Result;
        return AskAsync(step, Zone, FollowUpWords.ZoneAsk, FollowUpWords.ZoneAgain, [], cancellationToken);
    }

    private async Task<DialogTurnResult> KeepAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var person = PersonBook.Current(step.Context);
        var (from, to) = HoursIn((string)step.Values[Clock])!.Value;
        var zone = _commands.IsSkip((string)step.Result) ? person.TimeZone : ZoneIn((string)step.Result);
        var days = Convert.ToInt32(step.Values[DaysBits], CultureInfo.InvariantCulture);
        await _people.MoveAsync(TurnWork.Require(), person, () => (person.WorksOn, person.WorksFrom, person.WorksTo, person.TimeZone) = (days, from, to, zone), cancellationToken);
        await step.Context.SendActivityAsync(_phrases.Say(FollowUpWords.HoursKept, ("text", $"{Text(from)}–{Text(to)}"), ("date", zone ?? "UTC")), cancellationToken: cancellationToken);
        return await step.EndDialogAsync(cancellationToken: cancellationToken);
    }

    private Task<DialogTurnResult> AskAsync(WaterfallStepContext step, string prompt, string ask, string again, IReadOnlyList<string> choices, CancellationToken cancellationToken) => step.PromptAsync(prompt, new PromptOptions
    {
        Prompt = choices.Count == 0 ? PlainMessage.Of(_phrases.Say(ask)) : PlainMessage.Suggesting(_phrases.Say(ask), choices.Select(c => _phrases.Say(c))),
        RetryPrompt = PlainMessage.Of(_phrases.Say(again)),
    }, cancellationToken);

    private int? DaysIn(string? text)
    {
        var said = TypedText.Normalize(text);
        return said == TypedText.Normalize(_phrases.Say(FollowUpWords.MondayToFriday)) ? MondayToFriday
            : said == TypedText.Normalize(_phrases.Say(FollowUpWords.MondayToSaturday)) ? MondayToSaturday
            : said == TypedText.Normalize(_phrases.Say(FollowUpWords.EveryDay)) ? EveryDay : null;
    }

    // Minutes after midnight: "9-17", "8:30 to 16:30", "9 am - 5 pm".
    private static (int From, int To)? HoursIn(string? text)
    {
        var times = ClockTime().Matches(text ?? "");
        if (times.Count != 2)
            return null;
        var (from, to) = (Minutes(times[0]), Minutes(times[1]));
        return from >= 0 && to > from && to <= 24 * 60 ? (from, to) : null;
    }

    private static int Minutes(Match time)
    {
        var hour = int.Parse(time.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = time.Groups["minute"].Success ? int.Parse(time.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        hour = time.Groups["half"].Value.ToUpperInvariant() switch { "P" when hour < 12 => hour + 12, "A" when hour == 12 => 0, _ => hour };
        return minute < 60 ? (hour * 60) + minute : -1;
    }

    // An id, or the city that it ends with.
    private static string? ZoneIn(string? text)
    {
        if (LocalTimes.TryZone(text?.Trim(), out var known))
            return known.Id;
        var city = (text ?? "").Trim().Replace(' ', '_');
        return TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).FirstOrDefault(id => id.Contains('/', StringComparison.Ordinal) && id[(id.LastIndexOf('/') + 1)..].Equals(city, StringComparison.OrdinalIgnoreCase));
    }

    private static string Text(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00}");

    [GeneratedRegex(@"(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))?\s*(?:(?<half>[ap])\.?m\.?)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ClockTime();
}
