namespace CoachBot.Storage.Tables;

/// <summary>Something that is done once a day, by whichever process comes first.</summary>
public sealed class ChoreRow
{
    public required string Name { get; init; }

    public DateTimeOffset Done { get; set; }
}
