namespace CoachBot.Storage;

/// <summary>Folders and files for the account that runs the program alone: what reps tell of their customers is in them.</summary>
public static class OwnFiles
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite, OwnersFolder = Owner | UnixFileMode.UserExecute;

    /// <summary>Makes the folder if it is not there; one that is keeps its rights.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else if (!Directory.Exists(path))
            Directory.CreateDirectory(path, OwnersFolder);
    }

    /// <summary>Opens the file as the options say, and makes it for this account alone if it is not there.</summary>
    public static FileStream Open(string path, FileStreamOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Owner;
        return new FileStream(path, options);
    }
}
