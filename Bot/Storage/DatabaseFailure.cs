using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Storage;

/// <summary>Tells a database that does not work at present from a mistake of ours.</summary>
internal static class DatabaseFailure
{
    /// <summary>The database could not be reached or could not write: nothing is wrong with what was to be done, and later it may work.</summary>
    public static bool Is(Exception error) => error switch
    {
        DbUpdateConcurrencyException => false,
        DbException or TimeoutException or IOException or System.Net.Sockets.SocketException => !StateConflictException.IsTwice(error as DbException),
        // Entity Framework wraps what it takes for passing.
        DbUpdateException or InvalidOperationException => error.InnerException is { } inner && Is(inner),
        _ => false,
    };
}
