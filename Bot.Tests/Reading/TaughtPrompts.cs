using CoachBot.Content;

namespace CoachBot.Tests.Reading;

// A copy of what the repository's own Prompts/ teaches the reader, for a test to change.
internal sealed class TaughtPrompts : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory();

    public TaughtPrompts()
    {
        var prompts = System.IO.Path.Combine(AppContext.BaseDirectory, "Prompts");
        foreach (var folder in new[] { "reading", "cues" })
        {
            foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(prompts, folder), "*", SearchOption.AllDirectories))
                Write(System.IO.Path.GetRelativePath(prompts, file), File.ReadAllText(file));
        }

        Folder = new ContentFolder(Root);
    }

    public string Root => _root.FullName;

    public ContentFolder Folder { get; }

    public Mistakes Mistakes { get; } = new();

    public string Path(string file) => System.IO.Path.Combine(Root, file);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(file))!);
        File.WriteAllText(Path(file), text);
    }

    public void Dispose() => _root.Delete(recursive: true);
}
