using Microsoft.EntityFrameworkCore;

namespace CoachBot.Storage;

/// <summary>
/// Has what is planned and promised for a person changed by one transaction at a time: who plans, promises, withdraws or
/// puts something unasked together holds it until the transaction ends.
/// </summary>
public static class PersonLock
{
    /// <summary>In the turn's transaction, before anything is written.</summary>
    public static void TakeWith(TurnWork work, string person)
    {
        ArgumentNullException.ThrowIfNull(work);
        work.First.Add((database, cancel) => TakeAsync(database, person, cancel));
    }

    public static Task TakeAsync(CoachDatabase database, string person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.Database.ExecuteSqlAsync($"UPDATE people SET key = key WHERE key = {person}", cancellationToken);
    }
}
