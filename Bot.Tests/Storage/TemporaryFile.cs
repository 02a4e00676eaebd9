namespace CoachBot.Tests.Storage;

/// <summary>A folder of the test's own, with a path for a database in it; gone after the test.</summary>
public sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coachbot-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "coach.db");

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
