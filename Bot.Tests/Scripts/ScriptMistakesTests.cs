using CoachBot.Content;
using CoachBot.Scripts;

namespace CoachBot.Tests.Scripts;

public sealed class A_script_file : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public A_script_file()
    {
        var scripts = _folder.CreateSubdirectory("scripts").FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TheScripts.Prompts, "scripts")))
            File.Copy(file, Path.Combine(scripts, Path.GetFileName(file)));
    }

    [Theory]
    [InlineData("honour-no", "title:", "heading:", "'heading' is not known here|'title' is missing")]
    [InlineData("honour-no", "step: honour-no", "step: honor", "this is its step")]
    [InlineData("honour-no", "follows: [gift]", "follows: [gifts]", "'gifts' is no article")]
    [InlineData("honour-no", "      take-off: \"Today I will", "      taken: \"Today I will", "'taken' is no move|the move 'take-off' is missing")]
    [InlineData("honour-no", "I've heard you[, {customer}], and thank", "I've heard you[, {client}], and thank", "{client} is not a slot")]
    [InlineData("honour-no", "I've heard you[, {customer}], and thank", "I've heard you, {customer}, and thank", "may be unknown, so it stands in brackets")]
    [InlineData("honour-no", "I've heard you[, {customer}], and thank", "I've heard you[, {customer}, and thank", "is not closed")]
    [InlineData("honour-no", "Your name comes off my list.", "May I call once more?", "after honour-no nothing asks")]
    [InlineData("back-off", "I'll leave you in peace now.", "Let me know.", "after back-off nothing asks")]
    [InlineData("close-gracefully", "It was good talking with you.", "I'll call next month.", "the next move is theirs")]
    [InlineData("close-gracefully", "It was good talking with you.", "Shall I write again?", "this move asks nothing")]
    [InlineData("close-gracefully", "Would anything I do make a difference?", "I'm listening.", "this move asks once, and here are 0")]
    [InlineData("ask-why", "what tipped it?", "what tipped it? Was it me?", "this move asks once, and here are 2")]
    [InlineData("ask-why", "asks: once", "asks: twice", "'asks' is once or maybe")]
    [InlineData("nurture", "I've noted the time.", "I just note it!", "presses, promises")]
    [InlineData("nurture", "        date-known: \"I've noted the time.\"", "        date-seen: \"I've noted the time.\"", "'date-seen' is not a circumstance")]
    [InlineData("nurture", "        otherwise: \"What date should I hold?\"", "        price: \"What date should I hold?\"", "the last choice is 'otherwise'")]
    [InlineData("nurture", "    when: argued", "    when: argues", "'argues' is not a circumstance")]
    [InlineData("nurture", "    for: speaking", "    for: speech", "'for' is speaking or message")]
    [InlineData("back-off", "  - id: heard-it", "  - id: my-doing", "'my-doing' is there twice")]
    [InlineData("reasons", "budget:", "funds:", "'funds' is not known here|'budget' is missing")]
    [InlineData("shared", "    plainer:", "    simpler:", "'simpler' is not known here|'plainer' is missing")]
    [InlineData("craft", "    nothing: \"Nothing: it isn't their time\"", "    none: \"None\"", "one of them is 'nothing'")]
    [InlineData("first-lines", "support-choice:", "support:", "'support' is not known here|'support-choice' is missing")]
    [InlineData("slots", "everyday:", "every-day:", "'every-day' is not known here|'everyday' is missing")]
    public void With_a_mistake_is_named_with_its_line(string file, string correct, string wrong, string expected)
    {
        var line = Change(file, correct, wrong);
        var found = Read();
        Assert.All(expected.Split('|'), what => Assert.Contains(found, m => m.File == $"scripts/{file}.yaml" && m.What.Contains(what, StringComparison.Ordinal)));
        Assert.Contains(found, m => m.Line <= line + 1 && m.Line >= 1);
    }

    [Fact]
    public void Lacking_a_tone_or_a_wording_is_named()
    {
        var path = Path.Combine(_folder.FullName, "scripts", "back-off.yaml");
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text[..text.LastIndexOf("    plainer:", StringComparison.Ordinal)]);
        Assert.Contains("'plainer' is missing", Assert.Single(Read()).What, StringComparison.Ordinal);

        File.WriteAllText(path, text[..text.IndexOf("  - id: your-peace", StringComparison.Ordinal)]);
        Assert.Contains("2 wordings for message; there are at least 3", Assert.Single(Read()).What, StringComparison.Ordinal);
    }

    [Fact]
    public void With_moves_out_of_order_is_named()
    {
        var path = Path.Combine(_folder.FullName, "scripts", "back-off.yaml");
        var lines = File.ReadAllLines(path).ToList();
        var own = lines.FindIndex(l => l.StartsWith("      own:", StringComparison.Ordinal));
        lines.Insert(own - 1, lines[own]);
        lines.RemoveAt(own + 1);
        File.WriteAllLines(path, lines);
        Assert.Contains("'stop' comes before 'own'", Assert.Single(Read()).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_or_broken_is_one_mistake_among_all_of_them()
    {
        File.Delete(Path.Combine(_folder.FullName, "scripts", "nurture.yaml"));
        File.WriteAllText(Path.Combine(_folder.FullName, "scripts", "craft.yaml"), "ask-why: [");
        Assert.Equal(["scripts/craft.yaml", "scripts/nurture.yaml"], Read().Select(m => m.File));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private int Change(string file, string correct, string wrong)
    {
        var path = Path.Combine(_folder.FullName, "scripts", file + ".yaml");
        var text = File.ReadAllText(path);
        var at = text.IndexOf(correct, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{correct}' is no longer in {file}.yaml: give this test another line");
        File.WriteAllText(path, text[..at] + wrong + text[(at + correct.Length)..]);
        return text[..at].Count(c => c == '\n') + 1;
    }

    private IReadOnlyList<Mistake> Read()
    {
        var mistakes = new Mistakes();
        ScriptBook.Read(new ContentFolder(_folder.FullName), mistakes);
        return mistakes.Found;
    }
}
