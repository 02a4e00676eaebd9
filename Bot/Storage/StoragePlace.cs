using Microsoft.Extensions.Options;

namespace CoachBot.Storage;

/// <summary>The folder for what is kept beside the database.</summary>
public sealed class StoragePlace
{
    /// <exception cref="InvalidOperationException">Nothing is set, and the account has no data folder.</exception>
    public StoragePlace(IOptions<StorageOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Folder = Path.GetDirectoryName(options.Value.FullPath())!;
        OwnFiles.MakeFolder(Folder);
    }

    public string Folder { get; }
}
