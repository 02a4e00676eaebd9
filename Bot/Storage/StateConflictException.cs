using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Storage;

/// <summary>Somebody else wrote, or deleted, this state after it was read; nothing of the write was kept.</summary>
public sealed class StateConflictException : Exception
{
    public StateConflictException(string key, Exception? cause = null)
        : base($"Etag conflict: the state '{key}' was changed by somebody else after it was read.", cause)
    {
    }

    /// <summary>Says so of what the database refuses for that reason; everything else it refuses stays as it is.</summary>
    internal static async Task<T> WhenAsync<T>(Func<Task<T>> write)
    {
        try
        {
            return await write();
        }
        catch (DbUpdateConcurrencyException changed)
        {
            throw new StateConflictException(KeyOf(changed), changed);
        }
        catch (DbUpdateException twice) when (IsTwice(twice.InnerException as DbException))
        {
            throw new StateConflictException(KeyOf(twice), twice);
        }
    }

    /// <summary>A row that may be there once was there already.</summary>
    internal static bool IsTwice(DbException? error) =>
        error is Microsoft.Data.Sqlite.SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } or Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation };

    private static string KeyOf(DbUpdateException error) =>
        error.Entries.Select(e => e.Metadata.FindPrimaryKey()?.Properties is [var key] ? $"{e.CurrentValues[key]}" : null).FirstOrDefault() ?? "?";
}
