using CoachBot.Reading;

namespace CoachBot.Tests.Reading;

// Prompts/reading/examples.jsonl beside everything else that the repository's own Prompts/ teaches.
public sealed class An_added_example : IDisposable
{
    private const string Odd = "The heron has to leave the pond first";
    private const string File = "reading/examples.jsonl";
    private readonly TaughtPrompts _prompts = new();

    [Theory]
    [InlineData(Odd)]
    [InlineData("The heron has to leave the pond first!")]
    [InlineData("the heron must leave the pond first")]
    [InlineData("Well, the heron has to leave the pond first, dear")]
    public void Changes_how_the_same_words_and_words_near_to_them_are_read_at_the_next_start(string said)
    {
        Assert.NotEqual((NextStep.Nurture, Reason.Timing), ReadingOf(Prompts.Reader, said));

        Assert.Equal((NextStep.Nurture, Reason.Timing), ReadingOf(Taught(Example(Odd, "timing")), said));
    }

    [Fact]
    public void Leaves_other_words_as_they_were()
    {
        var taught = Taught(Example(Odd, "timing"));

        foreach (var said in new[] { "It is too expensive.", "We went with Brent.", "The pond is lovely in spring.", "No." })
        {
            var (before, after) = (Prompts.Read(said), Read(taught, said));
            Assert.Equal((before.Step, before.Reason, before.Confidence), (after.Step, after.Reason, after.Confidence));
        }
    }

    [Theory]
    [InlineData("Do not contact me again.")]
    [InlineData("Please take me off your list.")]
    [InlineData("Stop calling me.")]
    public void Never_lifts_a_request_for_no_contact_that_was_heard(string said) =>
        Assert.Equal(NextStep.HonourNo, Read(Taught(Example(said, "timing")), said).Step);

    [Fact]
    public void May_teach_a_request_for_no_contact()
    {
        Assert.NotEqual(NextStep.HonourNo, Prompts.Read(Odd).Step);
        Assert.Equal(NextStep.HonourNo, Read(Taught(Example(Odd, "no-contact")), Odd).Step);
    }

    [Fact]
    public void Is_refused_with_file_and_line_where_it_contradicts_another()
    {
        Taught(Example(Odd, "timing"), Example("We will see.", "objection"), Example(Odd + "!", "price"));

        var mistake = Assert.Single(_prompts.Mistakes.Found);
        Assert.Equal((File, 3), (mistake.File, mistake.Line));
        Assert.Contains("price", mistake.What, StringComparison.Ordinal);
        Assert.Contains("timing", mistake.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("""{"said": "Not now."}""")]
    [InlineData("""{"means": "timing"}""")]
    [InlineData("""{"said": 7, "means": "timing"}""")]
    [InlineData("""{"said": "Not now.", "means": "someday"}""")]
    [InlineData("""{"said": "Not now.", "means": 7}""")]
    [InlineData("""{"said": " ... ", "means": "timing"}""")]
    [InlineData("""{"said": "Not now \ud83d", "means": "timing"}""")]
    public void Is_refused_with_file_and_line_where_it_cannot_be_read(string line)
    {
        Taught(Example(Odd, "timing"), "", line);

        var mistake = Assert.Single(_prompts.Mistakes.Found);
        Assert.Equal((File, 3), (mistake.File, mistake.Line));
    }

    public void Dispose() => _prompts.Dispose();

    private static string Example(string said, string means) => $$"""{"said": "{{said}}", "means": "{{means}}"}""";

    private NoReader Taught(params string[] examples)
    {
        _prompts.Write(File, string.Join('\n', examples) + "\n");
        return new NoReader(ReadingRules.Read(_prompts.Folder, _prompts.Mistakes), CueBook.Read(_prompts.Folder, _prompts.Mistakes));
    }

    private static NoReading Read(NoReader reader, string said) =>
        reader.Read(new NoCase(null, "maintenance plan", ContactChannel.Call, said, "", 1, false, "", true));

    private static (NextStep, Reason) ReadingOf(NoReader reader, string said) => (Read(reader, said).Step, Read(reader, said).Reason);
}
