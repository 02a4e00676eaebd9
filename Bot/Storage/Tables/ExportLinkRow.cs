namespace CoachBot.Storage.Tables;

/// <summary>A link by which a person takes their data along: known here by its hash alone.</summary>
public sealed class ExportLinkRow
{
    public required string Hash { get; init; }

    public required string Person { get; init; }

    public DateTimeOffset Expires { get; init; }
}
