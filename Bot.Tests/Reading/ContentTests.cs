using CoachBot.Content;
using CoachBot.Reading;

namespace CoachBot.Tests.Reading;

public sealed class Teaching_the_reader : IDisposable
{
    private const string NoWords = "spellings:\n  dont: do not\nlists:\n  us: [me, us]\n";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly Mistakes _mistakes = new();

    public Teaching_the_reader()
    {
        Write("reading/words.yaml", NoWords);
        Write("reading/doubts.yaml", "{}");
        Write("reading/facts.yaml", "{}");
        Write("reading/word-families/none.yaml", "families: {}\n");
        Write("reading/learnt.tsv", "");
        Write("reading/examples.jsonl", "");
        Write("cues/none.yaml", "{}");
    }

    [Theory]
    [InlineData("call {us} again", "Don't call me again", "call me again")]
    [InlineData("don't call", "I dont call that late", "dont call")]
    [InlineData("do not call", "DON’T CALL!", "DON’T CALL")]
    [InlineData("écris", "ecris", "ecris")]
    [InlineData("leave * alone", "leave my poor mother alone, will you", "leave my poor mother alone")]
    [InlineData("leave * alone", "leave my poor old tired mother alone", null)]
    [InlineData("leave * alone", "Leave it. I live alone", null)]
    [InlineData("annoy*", "how annoying!", "annoying")]
    [InlineData("annoy*", "anno 1900", null)]
    [InlineData("(red|blue or green) light", "a blue or green light", "blue or green light")]
    [InlineData("(very)? red", "red", "red")]
    [InlineData("^ stop $", "No! Stop.", "Stop")]
    [InlineData("^ stop $", "Stop it", null)]
    [InlineData("^ no", "she said 'no' twice", "no")]
    [InlineData("🤬", "really 🤬", "🤬")]
    public void Takes_a_phrase_as_a_person_writes_it(string phrase, string said, string? quote)
    {
        Write("reading/test.yaml", $"signal: no-contact\nmeans: test\nrules:\n  - key: test\n    strength: strong\n    phrases:\n      - \"{phrase}\"\n");

        var reading = Reader().Read(new NoCase(null, "", ContactChannel.Call, said, "", 1, false, "", true));

        Assert.Empty(_mistakes.Found);
        Assert.Equal(quote, reading.Evidence.FirstOrDefault(e => e.Rule == "no-contact.test")?.Quote);
    }

    [Fact]
    public void Lets_a_guard_keep_a_phrase_from_counting()
    {
        Write("reading/test.yaml", "signal: no-contact\nmeans: test\nunless:\n  - not stop\nrules:\n  - key: test\n    strength: strong\n    phrases:\n      - stop calling\n");

        Assert.Equal(NextStep.AskWhy, Reader().Read(Said("Do not stop calling")).Step);
        Assert.Equal(NextStep.HonourNo, Reader().Read(Said("Stop calling")).Step);
        Assert.Equal(NextStep.HonourNo, Reader().Read(Said("Do not stop here. But stop calling")).Step);
    }

    [Fact]
    public void Is_told_every_mistake_with_its_file_and_line()
    {
        Write("reading/test.yaml", """
            signal: nonsense
            means: test
            rules:
              - key: one
                strength: mighty
                reason: whim
                in: [said, mood]
                phrases:
                  - (never closed
                  - "* leads"
                  - "{nothing} here"
                  - "(all|(of)?)?"
                  - "a) b"
                colour: red
            """);
        Write("cues/test.yaml", "blinked:\n  says: blinked\n  group: sleepy\n  channels: [by fax]\n  innocent: [dust]\n  words: [blink*]\n");
        Write("reading/doubts.yaml", "one:\n  between: [nurture, nap]\n  question: Which?\n  options:\n    a: { says: A, step: nurture, reason: timing }\n");
        Reader();

        Assert.Equal(
            [
                "cues/test.yaml(2)", "cues/test.yaml(2)", "cues/test.yaml(4)", "reading/doubts.yaml(2)", "reading/doubts.yaml(2)",
                "reading/test.yaml(1)", "reading/test.yaml(5)", "reading/test.yaml(6)", "reading/test.yaml(7)", "reading/test.yaml(9)",
                "reading/test.yaml(10)", "reading/test.yaml(11)", "reading/test.yaml(12)", "reading/test.yaml(13)", "reading/test.yaml(14)",
            ],
            _mistakes.Found.Select(m => $"{m.File}({m.Line})"));
    }

    [Fact]
    public void Is_told_when_a_file_is_missing()
    {
        File.Delete(Path.Combine(_folder.FullName, "reading/words.yaml"));
        Reader();

        Assert.Contains(_mistakes.Found, m => m.File == "reading/words.yaml");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static NoCase Said(string said) => new(null, "", ContactChannel.Call, said, "", 1, false, "", true);

    private NoReader Reader()
    {
        var folder = new ContentFolder(_folder.FullName);
        return new NoReader(ReadingRules.Read(folder, _mistakes), CueBook.Read(folder, _mistakes));
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
