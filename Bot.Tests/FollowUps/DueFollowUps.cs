using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Tests.FollowUps;

internal static class DueFollowUps
{
    /// <summary>Plans one for every rep, about Anna, all due at one moment; and everybody works around the clock.</summary>
    public static async Task AddForEverybodyAsync(IServiceProvider program, TimeSpan ahead)
    {
        await using var database = await program.GetRequiredService<IDbContextFactory<CoachDatabase>>().CreateDbContextAsync();
        var now = program.GetRequiredService<DatabaseClock>().Now;
        await database.People.ExecuteUpdateAsync(set => set.SetProperty(p => p.WorksOn, 127).SetProperty(p => p.WorksFrom, 0).SetProperty(p => p.WorksTo, 24 * 60));
        foreach (var person in await database.People.AsNoTracking().ToListAsync())
        {
            database.FollowUps.Add(new FollowUpRow
            {
                Person = person.Key,
                Conversation = person.Conversation!,
                Debrief = 99,
                Customer = "anna",
                Name = "Anna",
                Offer = "plan",
                Due = now + ahead,
                Agreed = $"{now:yyyy-MM-dd}",
                Said = "today",
                Planned = now,
            });
        }

        await database.SaveChangesAsync();
    }
}
