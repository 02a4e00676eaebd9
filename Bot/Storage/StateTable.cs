using Microsoft.Data.Sqlite;

namespace CoachBot.Storage;

/// <summary>One connection to the table of state with its statements prepared; for one caller at a time.</summary>
internal sealed class StateTable : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _select, _upsert, _update, _delete;

    public StateTable(SqliteConnection connection)
    {
        _connection = connection;
        _select = Prepare("SELECT value, version FROM state WHERE key = $key");
        // The value arrives as UTF-8 and is text in the table, so that a person can read it there.
        _upsert = Prepare("INSERT INTO state (key, value, version) VALUES ($key, CAST($value AS TEXT), $version) ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = excluded.version");
        _update = Prepare("UPDATE state SET value = CAST($value AS TEXT), version = $version WHERE key = $key AND version = $old");
        _delete = Prepare("DELETE FROM state WHERE key = $key");
    }

    public (byte[] Value, long Version)? Read(string key)
    {
        Set(_select, "$key", key);
        using var reader = _select.ExecuteReader();
        return reader.Read() ? (reader.GetFieldValue<byte[]>(0), reader.GetInt64(1)) : null;
    }

    /// <exception cref="StateConflictException">The row says what version it follows, and the table holds another one.</exception>
    public void Write(StateRow row)
    {
        var command = row.Follows is null ? _upsert : _update;
        Set(command, "$key", row.Key);
        Set(command, "$value", row.Value);
        Set(command, "$version", row.Version);
        if (row.Follows is { } old)
            Set(command, "$old", old);
        if (command.ExecuteNonQuery() == 0)
            throw new StateConflictException(row.Key);
    }

    public void Delete(string key)
    {
        Set(_delete, "$key", key);
        _delete.ExecuteNonQuery();
    }

    /// <summary>Does all of it or, when something in it throws, nothing. One statement is a transaction by itself.</summary>
    public void InOneTransaction<T>(IReadOnlyList<T> items, bool writing, Action<StateTable, T> work)
    {
        if (items.Count == 1)
        {
            work(this, items[0]);
            return;
        }

        using var transaction = _connection.BeginTransaction(deferred: !writing);
        foreach (var command in (SqliteCommand[])[_select, _upsert, _update, _delete])
            command.Transaction = transaction;
        foreach (var item in items)
            work(this, item);
        transaction.Commit();
    }

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[_select, _upsert, _update, _delete])
            command.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in (string[])["$key", "$value", "$version", "$old"])
        {
            if (sql.Contains(name, StringComparison.Ordinal))
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        command.Prepare();
        return command;
    }

    private static void Set(SqliteCommand command, string name, object value) => command.Parameters[name].Value = value;
}

/// <summary>A value on its way to the table; <paramref name="Follows"/> is the version it was made from, null to write over any.</summary>
internal sealed record StateRow(string Key, byte[] Value, long Version, long? Follows);
