using CoachBot.Content;
using CoachBot.FollowUps.Names;

namespace CoachBot.Tests.FollowUps.Names;

public sealed class A_list_of_names : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public A_list_of_names()
    {
        var names = _folder.CreateSubdirectory("names").FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TheNames.Prompts, "names")))
            File.Copy(file, Path.Combine(names, Path.GetFileName(file)));
    }

    [Fact]
    public void Is_without_a_mistake() => Assert.Empty(Read().Mistakes);

    [Fact]
    public void Holds_some_two_hundred_groups_of_short_names() =>
        Assert.InRange(File.ReadAllLines(PathOf("short-names")).Count(l => l.StartsWith("  - [", StringComparison.Ordinal)), 150, 400);

    [Theory]
    [InlineData("titles", "before: [mr,", "before: [mr, MR.,", "'mr' is there twice")]
    [InlineData("titles", "before: [mr,", "before: [mr, ' - ',", "one to 3 words, not 0")]
    [InlineData("titles", "before: [mr,", "before: [mr, one two three four,", "one to 3 words, not 4")]
    [InlineData("titles", "everywhere: [the]", "everywhere: [of the]", "has one word, not 2")]
    [InlineData("titles", "endings:", "ends:", "'ends' is not known here|'endings' is missing")]
    [InlineData("non-names", "non-names: [unknown,", "non-names: [unknown, The Unknown,", "'unknown' is there twice")]
    [InlineData("non-names", "non-names: [unknown,", "non-names: [unknown, '?',", "there is no word in this entry")]
    [InlineData("short-names", "- [Robert, Bob,", "- [Robert, Bob, BOB,", "'bob' is in this group twice")]
    [InlineData("short-names", "- [Robert, Bob,", "- [Robert, Bob the builder,", "this should be one word")]
    [InlineData("short-names", "groups:", "groups:\n  - [Alone]", "at least two names")]
    [InlineData("short-names", "groups:", "groups:\n  - Robert and Bob", "this should be a list")]
    public void With_a_mistake_is_named_with_its_line(string file, string correct, string wrong, string expected)
    {
        var text = File.ReadAllText(PathOf(file));
        var at = text.IndexOf(correct, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{correct}' is no longer in {file}.yaml: give this test another line");
        File.WriteAllText(PathOf(file), text[..at] + wrong + text[(at + correct.Length)..]);

        var found = Read().Mistakes;
        Assert.All(expected.Split('|'), what => Assert.Contains(found, m => m.File == $"names/{file}.yaml" && m.What.Contains(what, StringComparison.Ordinal)));
    }

    [Fact]
    public void Missing_is_one_mistake_among_all_of_them()
    {
        File.Delete(PathOf("titles"));
        File.Delete(PathOf("short-names"));
        File.WriteAllText(PathOf("non-names"), "non-names: [");
        Assert.Equal(["names/non-names.yaml", "names/short-names.yaml", "names/titles.yaml"], Read().Mistakes.Select(m => m.File));
    }

    [Fact]
    public void Counts_as_soon_as_it_is_longer()
    {
        Add("titles", "before: [", "before: [Grand Vizier, ");
        Add("non-names", "non-names: [", "non-names: [Mystery Shopper, ");
        Add("short-names", "groups:", "groups:\n  - [Xanthippe, Zubi]");
        var names = Read().Names;

        Assert.Equal(NameMatch.Same, names.Compare("Grand-Vizier Jafar", "Jafar"));
        Assert.Equal(NameMatch.Nobody, names.Compare("the mystery shopper", "Jafar"));
        Assert.Equal(NameMatch.MayBe, names.Compare("Zubi", "Xanthippe"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Add(string file, string before, string after)
    {
        var text = File.ReadAllText(PathOf(file));
        File.WriteAllText(PathOf(file), text.Replace(before, after, StringComparison.Ordinal));
    }

    private string PathOf(string file) => Path.Combine(_folder.FullName, "names", file + ".yaml");

    private (CustomerNames Names, IReadOnlyList<Mistake> Mistakes) Read()
    {
        var mistakes = new Mistakes();
        return (CustomerNames.Read(new ContentFolder(_folder.FullName), mistakes), mistakes.Found);
    }
}
