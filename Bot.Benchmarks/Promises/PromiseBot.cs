using System.Globalization;
using CoachBot.FollowUps.Dates;
using CoachBot.FollowUps.Names;
using CoachBot.FollowUps.People;
using CoachBot.FollowUps.Promises;
using CoachBot.FollowUps.Reminders;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoachBot.Benchmarks.Promises;

/// <summary>Does with a message just what its lines say ("plan 17 Anna", "promise 17 Bob", "stop 17") and answers with their number: the debrief without its questions.</summary>
internal sealed class PromiseBot(PersonBook people, FollowUpPlanner planner, PromiseList promises, UnaskedReminders unasked, CustomerNames names, DatabaseClock clock) : IBot
{
    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        if (turnContext.Activity.Type != ActivityTypes.Message)
            return;
        var person = await people.KnowAsync(turnContext, cancellationToken);
        // Around the clock, and any number a day.
        (person.WorksOn, person.WorksFrom, person.WorksTo, person.LastUnasked) = (0b1111111, 0, 24 * 60, null);
        var number = "";
        foreach (var line in turnContext.Activity.Text.Split('\n'))
            number = await DoAsync(person, line, cancellationToken);
        await turnContext.SendActivityAsync($"told {number}", cancellationToken: cancellationToken);
    }

    private async Task<string> DoAsync(PersonRow person, string line, CancellationToken cancellationToken)
    {
        var (work, today) = (TurnWork.Require(), DateOnly.FromDateTime(clock.Now.UtcDateTime));
        var (what, number, alias) = line.Split(' ', 3) switch { [var a, var b, var c] => (a, b, c), [var a, var b] => (a, b, ""), _ => ("", "", "") };
        switch (what)
        {
            case "plan":
                var plan = new FollowUpPlan(int.Parse(number, CultureInfo.InvariantCulture), alias, "plan", FollowUpKind.Agreed, new AgreedTime(today, null), "today");
                await planner.PlanAsync(work, person, plan, cancellationToken);
                break;
            case "promise":
                await promises.MakeAsync(work, person.Key, alias, cancellationToken);
                break;
            case "lift":
                await promises.LiftAsync(work, person.Key, names.KeyOf(alias), "call me", today, cancellationToken);
                break;
            case "stop":
                person.Stopped = true;
                unasked.Silence(work, person.Key);
                break;
            case "resume":
                person.Stopped = false;
                break;
        }

        return number;
    }
}
