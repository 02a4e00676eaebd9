namespace CoachBot.Storage;

/// <summary>The settings under Storage: where the database file is, if no server is named by ConnectionStrings:Coach.</summary>
public sealed record StorageOptions
{
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
