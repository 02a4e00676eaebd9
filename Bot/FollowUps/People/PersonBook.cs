using CoachBot.FollowUps.Dates;
using CoachBot.FollowUps.Names;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.FollowUps.People;

/// <summary>Knows the reps who write and the customers they name, by what the channel and they themselves say.</summary>
public sealed class PersonBook(CustomerNames names, DatabaseClock clock)
{
    private const int NineInTheMorning = 9 * 60, FiveInTheAfternoon = 17 * 60, MondayToFriday = 0b0111110;

    /// <summary>The person whose turn it is; from a personal chat on, also how to reach them.</summary>
    public async Task<PersonRow> KnowAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var work = TurnWork.Require();
        var (tenant, key) = PersonState.WhoseTurn(turn.Activity);
        var person = await work.Database.People.FindAsync([key], cancellationToken);
        if (person is null)
        {
            person = new PersonRow { Key = key, Tenant = tenant, WorksFrom = NineInTheMorning, WorksTo = FiveInTheAfternoon, WorksOn = MondayToFriday, FirstSeen = clock.Now };
            work.Database.People.Add(person);
        }

        // Once a day is enough to know that they are there.
        if (clock.Now - person.LastSeen > TimeSpan.FromDays(1))
            person.LastSeen = clock.Now;
        if (turn.Activity.Conversation?.ConversationType is null or "personal" && person.Conversation != work.Conversation)
            person.Conversation = work.Conversation;
        if (TimeZoneOf(turn.Activity) is { } zone && person.TimeZone != zone)
            await MoveAsync(work, person, () => person.TimeZone = zone, cancellationToken);
        if (turn.Activity.Locale is { Length: > 0 and <= 35 } locale && person.Language != locale)
            person.Language = locale;
        return person;
    }

    /// <summary>The person whose turn it is, known from its beginning on.</summary>
    public static PersonRow Current(ITurnContext turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var (_, key) = PersonState.WhoseTurn(turn.Activity);
        return TurnWork.Require().Database.People.Local.First(p => p.Key == key);
    }

    /// <summary>Changes where or when somebody works: what is still ahead keeps the day and the time that it was agreed for, by their clock.</summary>
    public async Task MoveAsync(TurnWork work, PersonRow person, Action change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(change);
        change();
        var (times, now) = (PersonTimes.Of(person), clock.Now);
        PersonLock.TakeWith(work, person.Key);
        foreach (var ahead in await work.Database.FollowUps.Where(f => f.Person == person.Key && f.Status == FollowUpStatus.Planned && f.Due > now).ToListAsync(cancellationToken))
            ahead.Due = times.ReminderAt(AgreedTime.Parse(ahead.Agreed), now);
    }

    /// <summary>The customer's key, known from here on; null where the rep would not say who it was.</summary>
    public async Task<string?> KnowCustomerAsync(string person, string alias, CancellationToken cancellationToken)
    {
        if (names.Compare(alias, alias) == NameMatch.Nobody)
            return null;
        var database = TurnWork.Require().Database;
        var key = names.KeyOf(alias);
        var known = database.Customers.Local.FirstOrDefault(c => c.Person == person && c.Key == key)
            ?? await database.Customers.FirstOrDefaultAsync(c => c.Person == person && c.Key == key, cancellationToken);
        if (known is null)
            database.Customers.Add(new CustomerRow { Person = person, Key = key, Name = alias, FirstSeen = clock.Now });
        else if (known.Name != alias)
            known.Name = alias;
        return key;
    }

    private static string? TimeZoneOf(Activity activity) =>
        activity.LocalTimezone is { Length: > 0 and <= 64 } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : null;
}
