namespace CoachBot.Storage.Tables;

/// <summary>A customer of one rep, by the alias that the rep uses: no surname is asked for, and nothing else is kept.</summary>
public sealed class CustomerRow
{
    public long Id { get; init; }

    public required string Person { get; init; }

    /// <summary>The alias in the form by which aliases are compared.</summary>
    public required string Key { get; init; }

    /// <summary>The alias as it was last typed.</summary>
    public required string Name { get; set; }

    public DateTimeOffset FirstSeen { get; init; }
}
