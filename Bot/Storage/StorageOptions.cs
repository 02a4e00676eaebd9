using System.ComponentModel.DataAnnotations;

namespace CoachBot.Storage;

/// <summary>The settings under Storage: where state is kept.</summary>
public sealed record StorageOptions
{
    public const string Sqlite = "sqlite", Memory = "memory";

    /// <summary>"sqlite" keeps state in a file; "memory" forgets it when the program ends (for measurements).</summary>
    [RegularExpression("^(sqlite|memory)$", ErrorMessage = "Storage:Kind is 'sqlite' or 'memory', for example Storage__Kind=sqlite.")]
    public string Kind { get; init; } = Sqlite;

    /// <summary>The database file; where nothing is set, coach.db in the account's own data folder.</summary>
    public string? Path { get; init; }

    /// <exception cref="InvalidOperationException">Nothing is set, and the account has no data folder.</exception>
    public string FullPath()
    {
        if (!string.IsNullOrWhiteSpace(Path))
            return System.IO.Path.GetFullPath(Path);
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return data.Length > 0
            ? System.IO.Path.Combine(data, "CoachBot", "coach.db")
            : throw new InvalidOperationException("This account has no data folder. Set Storage:Path to the database file, for example Storage__Path=/var/lib/coachbot/coach.db.");
    }
}
