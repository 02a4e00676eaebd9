using CoachBot.Content;

namespace CoachBot.Tests.Content;

public sealed class A_content_file : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly Mistakes _mistakes = new();

    [Fact]
    public void Reports_every_mistake_with_its_line()
    {
        var part = Yaml("title:\nlines:\n  say: no list\nsize: big\nextra: 1\n")!.Knows("title", "lines", "size", "missing");

        part.Text("title");
        part.Items("lines");
        part.Whole("size");
        part.Text("missing");

        Assert.Equal([1, 1, 3, 4, 5], _mistakes.Found.Select(m => m.Line));
        var refused = Assert.Throws<BrokenContentException>(_mistakes.ThrowIfAny);
        Assert.Contains("test.yaml(5): 'extra' is not known here", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: [1, 2\nb: 3", "")]
    [InlineData("a: 1\na: 2", "")]
    [InlineData("a: &x 1\nb: *x", "aliases")]
    [InlineData("--- 1\n--- 2\n", "one YAML document")]
    [InlineData("", "one YAML document")]
    public void Is_refused_when_its_form_is_broken(string yaml, string why)
    {
        Assert.Null(Yaml(yaml));
        Assert.Contains(why, Assert.Single(_mistakes.Found).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_refused_when_nested_without_end()
    {
        Assert.Null(Yaml(new string('[', 20_000)));
        Assert.Contains("nested deeper", Assert.Single(_mistakes.Found).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_named_when_it_is_missing()
    {
        Assert.Null(new ContentFolder(_folder.FullName).Yaml("nowhere.yaml", _mistakes));
        Assert.Equal("nowhere.yaml(1): this file is missing", Assert.Single(_mistakes.Found).ToString());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private YamlPart? Yaml(string text)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "test.yaml"), text);
        return new ContentFolder(_folder.FullName).Yaml("test.yaml", _mistakes);
    }
}
