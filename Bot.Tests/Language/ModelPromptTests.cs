using CoachBot.Content;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Tests.Language;

/// <summary>A prompt file says what it takes, and a mistake in it is told with its line like any other.</summary>
public sealed class A_prompt_file : IDisposable
{
    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory();

    public A_prompt_file()
    {
        var ours = Path.Combine(AppContext.BaseDirectory, "Prompts");
        foreach (var file in Directory.EnumerateFiles(ours, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(_copy.FullName, Path.GetRelativePath(ours, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    [Theory]
    [InlineData("---\n{}\n---\nSay {{kinds}}.\n", 4, "{{kinds}} is not among the declared inputs")]
    [InlineData("---\ninputs: [kinds]\n---\nSay something.\n", 2, "{{kinds}} is declared and used nowhere")]
    [InlineData("---\ninputs: [kinds]\ndata: [said]\n---\n`said`: {{kinds}}\nand {{said}}\n", 6, "'said' is what a person wrote")]
    [InlineData("---\ninputs:\n  - kinds\n  - person\n---\n{{kinds}} {{person}}\n", 4, "the program has no input 'person'")]
    [InlineData("---\ninputs: [kinds]\ndata: [customer]\n---\n{{kinds}} `customer`\n", 3, "the program has no field 'customer'")]
    [InlineData("---\ninputs: [kinds]\ndata: [said]\n---\n{{kinds}}\n", 3, "the instructions never say what it is")]
    [InlineData("---\noutputs: [x]\n---\nSay something.\n", 2, "'outputs' is not known here")]
    [InlineData("Say something.\n", 1, "between two lines of ---")]
    [InlineData("---\ninputs: [kinds\n---\n", 2, "")]
    public void Is_checked_at_the_start(string text, int line, string what)
    {
        File.WriteAllText(Path.Combine(_copy.FullName, "model", "reading.md"), text);

        var mistakes = Assert.Throws<BrokenContentException>(() => new ServiceCollection().AddContent(_copy.FullName)).Mistakes;

        Assert.Contains(mistakes, m => m.File == "model/reading.md" && m.Line >= line && m.Line <= line + 1 && m.What.Contains(what, StringComparison.Ordinal));
    }

    [Fact]
    public void That_nobody_uses_is_a_mistake()
    {
        File.WriteAllText(Path.Combine(_copy.FullName, "model", "selling.md"), "---\n{}\n---\nSell.\n");

        var mistake = Assert.Single(Assert.Throws<BrokenContentException>(() => new ServiceCollection().AddContent(_copy.FullName)).Mistakes);

        Assert.Equal("model/selling.md", mistake.File);
    }

    public void Dispose() => _copy.Delete(recursive: true);
}
