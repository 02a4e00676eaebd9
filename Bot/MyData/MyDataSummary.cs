using System.Globalization;
using System.Text.Json.Nodes;
using CoachBot.Conversation;
using CoachBot.FollowUps.Promises;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CoachBot.MyData;

/// <summary>"My data": what is held about the person, in words, how long it is kept, and how to take it along or have it deleted.</summary>
internal sealed class MyDataSummary(IOptions<RetentionSettings> kept, DatabaseClock clock, Phrases phrases) : IAside
{
    private const int MostNamed = 10;

    public Command Command => Command.MyData;

    public async Task AnswerAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var (database, person) = (TurnWork.Require().Database, PersonKey.Of(turn.Activity));
        // Read past what this turn has changed: they were last here before it.
        var row = await database.People.AsNoTracking().FirstOrDefaultAsync(p => p.Key == person.Text, cancellationToken);
        List<string> lines = [phrases.Say(MyDataWords.Begins)];
        lines.AddRange(await DebriefsAsync(database, person, cancellationToken));
        lines.AddRange(await CustomersAsync(database, person.Text, cancellationToken));
        lines.AddRange(Person(row));
        lines.Add(string.Join(' ', phrases.Say(MyDataWords.KeepsWords, ("text", Period(kept.Value.Words))), phrases.Say(MyDataWords.KeepsRecords, ("text", Period(kept.Value.Records))),
            phrases.Say(MyDataWords.KeepsPerson, ("text", Period(kept.Value.People))), phrases.Say(MyDataWords.KeepsPromises)));
        lines.Add(phrases.Say(MyDataWords.Ways));
        await turn.SendActivityAsync(PlainMessage.Of(string.Join("\n\n", lines)), cancellationToken);
    }

    private async Task<IEnumerable<string>> DebriefsAsync(CoachDatabase database, PersonKey person, CancellationToken cancellationToken)
    {
        var opened = await database.Debriefs.Where(d => d.Person == person.Text).Select(d => d.Opened).ToListAsync(cancellationToken);
        List<string> lines =
        [
            opened.Count switch
            {
                0 => phrases.Say(MyDataWords.NoDebriefs),
                1 => phrases.Say(MyDataWords.OneDebrief, ("text", Day(opened[0]))),
                var many => phrases.Say(MyDataWords.Debriefs, ("count", Number(many)), ("text", Day(opened.Min()))),
            },
        ];
        var (within, end) = ($"person/{person.Tenant}/", person.StateEnd);
        foreach (var state in await database.State.AsNoTracking().Where(s => s.Key.StartsWith(within) && s.Key.EndsWith(end)).ToListAsync(cancellationToken))
        {
            if (person.Owns(state.Key) && OpenCase(state.Value) is { } customer)
                lines.Add(customer.Length > 0 ? phrases.Say(MyDataWords.Open, ("customer", TypedText.Shorten(customer, 40))) : phrases.Say(MyDataWords.OpenNameless));
        }

        return lines;
    }

    private async Task<IEnumerable<string>> CustomersAsync(CoachDatabase database, string person, CancellationToken cancellationToken)
    {
        List<string> lines = [];
        var customers = await database.Customers.Where(c => c.Person == person).OrderByDescending(c => c.Id).Select(c => c.Name).ToListAsync(cancellationToken);
        if (customers.Count > 0)
            lines.Add(phrases.Say(MyDataWords.Customers, ("count", Number(customers.Count)), ("text", Named(customers))));
        var hash = PromiseLog.HashOf(person);
        var promised = await database.Promises.Where(p => (p.Person == person || p.Person == hash) && p.Lifted == null).OrderByDescending(p => p.Id).Select(p => p.Name).ToListAsync(cancellationToken);
        if (promised.FindAll(name => name.Length > 0) is { Count: > 0 } names)
            lines.Add(phrases.Say(MyDataWords.Promises, ("text", Named(names))));
        if (promised.Count(name => name.Length == 0) is > 0 and var nameless)
            lines.Add(phrases.Say(MyDataWords.SealedPromises, ("count", Number(nameless))));
        var planned = await database.FollowUps.Where(f => f.Person == person && (f.Status == FollowUpStatus.Planned || f.Status == FollowUpStatus.Reminded)).OrderBy(f => f.Due).ToListAsync(cancellationToken);
        if (planned.Count > 0)
            lines.Add(phrases.Say(MyDataWords.FollowUps, ("text", Named([.. planned.Select(f => $"{f.Name} ({Day(f.Due)})")]))));
        return lines;
    }

    private IEnumerable<string> Person(PersonRow? row)
    {
        if (row is null)
            yield break;
        yield return phrases.Say(MyDataWords.LastHere, ("text", clock.Now - row.LastSeen < TimeSpan.FromDays(1) ? phrases.Say(MyDataWords.Today) : Day(row.LastSeen)));
        var hours = string.Create(CultureInfo.InvariantCulture, $"{TimeSpan.FromMinutes(row.WorksFrom):hh\\:mm}-{TimeSpan.FromMinutes(row.WorksTo):hh\\:mm}");
        yield return phrases.Say(MyDataWords.Hours, ("text", row.TimeZone is null ? hours : $"{hours}, {row.TimeZone}"));
    }

    // The customer's name in a case that is open; null where there is none.
    private static string? OpenCase(string state)
    {
        if (JsonNode.Parse(state)?["desk"]?["$value"]?["open"] is not JsonObject open)
            return null;
        var answer = (open["answers"]?["given"] as JsonArray)?.FirstOrDefault(a => (string?)a?["question"] == "customer");
        return (string?)answer?["text"] ?? "";
    }

    private string Named(IReadOnlyList<string> names) => names.Count <= MostNamed
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MostNamed))}, {phrases.Say(MyDataWords.More, ("count", Number(names.Count - MostNamed)))}";

    private string Period(int days) => days switch
    {
        365 => phrases.Say(MyDataWords.OneYear),
        _ when days % 365 == 0 => phrases.Say(MyDataWords.Years, ("count", Number(days / 365))),
        _ => phrases.Say(MyDataWords.Days, ("count", Number(days))),
    };

    private static string Day(DateTimeOffset time) => time.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
