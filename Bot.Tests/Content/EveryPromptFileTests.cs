using CoachBot.Content;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Tests.Content;

public sealed class A_broken_Prompts_folder : IDisposable
{
    private static readonly string Ours = Path.Combine(AppContext.BaseDirectory, "Prompts");

    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory();
    private readonly List<string> _files = [];

    public A_broken_Prompts_folder()
    {
        // What the reader is taught from is read by the command "learn", not at the start.
        foreach (var file in Directory.EnumerateFiles(Ours, "*", SearchOption.AllDirectories).Where(f => !f.Contains("learnt-from", StringComparison.Ordinal)))
        {
            var name = Path.GetRelativePath(Ours, file).Replace('\\', '/');
            var to = Path.Combine(_copy.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
            _files.Add(name);
        }
    }

    [Fact]
    public void Is_whole_before_it_is_broken() => new ServiceCollection().AddContent(_copy.FullName);

    [Fact]
    public void Tells_a_mistake_in_form_in_every_file_at_once()
    {
        foreach (var file in _files)
            File.AppendAllText(Path.Combine(_copy.FullName, file), IsText(file) ? "\n{{no-such-place}}\n" : "\n}: [\n");

        var mistakes = Refused();

        Assert.All(_files, file => Assert.Contains(mistakes, m => m.File == file));
        Assert.All(mistakes, m => Assert.True(m.Line >= 1));
    }

    [Fact]
    public void Tells_a_key_too_many_in_every_file_with_its_line()
    {
        foreach (var file in _files)
        {
            var path = Path.Combine(_copy.FullName, file);
            if (file.EndsWith(".json", StringComparison.Ordinal))
                File.WriteAllText(path, File.ReadAllText(path).Replace("AdaptiveCard", "PostCard", StringComparison.Ordinal));
            else
                File.AppendAllText(path, IsText(file) ? "\n{{no-such-key}}\n" : "\nno-such-key: there\n");
        }

        var mistakes = Refused();

        // These two are lists of whatever is named in them.
        Assert.All(_files.Except(["reading/facts.yaml", "scripts/articles.yaml"]), file => Assert.Contains(mistakes, m => m.File == file
            && (file.EndsWith(".json", StringComparison.Ordinal) || m.Line >= File.ReadAllLines(Path.Combine(_copy.FullName, file)).Length)));
    }

    [Fact]
    public void Tells_every_file_that_is_missing()
    {
        foreach (var file in _files)
            File.Delete(Path.Combine(_copy.FullName, file));

        var mistakes = Refused();

        // Of the cues and of the rules for reading there may be any number of files.
        Assert.All(_files.Where(f => !f.StartsWith("cues/", StringComparison.Ordinal) && !f.StartsWith("reading/", StringComparison.Ordinal)), file => Assert.Contains(mistakes, m => m.File == file));
        Assert.Contains(mistakes, m => m.File == "reading/kinds.yaml");
    }

    private static bool IsText(string file) => file.EndsWith(".md", StringComparison.Ordinal);

    public void Dispose() => _copy.Delete(recursive: true);

    private IReadOnlyList<Mistake> Refused()
    {
        var services = new ServiceCollection();
        var broken = Assert.Throws<BrokenContentException>(() => services.AddContent(_copy.FullName));
        Assert.Empty(services);
        Assert.All(broken.Mistakes, m => Assert.Contains(m.ToString(), broken.Message, StringComparison.Ordinal));
        return broken.Mistakes;
    }
}
