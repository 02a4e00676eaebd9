using CoachBot.Reading.Learning;

namespace CoachBot.Tests.Reading;

public sealed class The_command_learn : IDisposable
{
    private const string LearntFile = "reading/learnt.tsv";
    private readonly TaughtPrompts _prompts = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Fact]
    public void Learns_the_file_that_is_committed_again()
    {
        var committed = File.ReadAllBytes(_prompts.Path(LearntFile));
        File.Delete(_prompts.Path(LearntFile));

        Assert.Equal(0, Run("--prompts", _prompts.Root));
        Assert.Equal("", _error.ToString());
        Assert.True(committed.AsSpan().SequenceEqual(File.ReadAllBytes(_prompts.Path(LearntFile))), "Prompts/reading/ has changed: learn again");
    }

    [Theory]
    [InlineData("cases-z.jsonl", "nonsense")]
    [InlineData("cases-z.jsonl", """{"channel": "fax", "said": "No.", "next_step": "ask-why", "reason": "none-given"}""")]
    [InlineData("cases-z.jsonl", """{"channel": "call", "said": "No."}""")]
    [InlineData("cases-z.jsonl", """{"channel": "call", "said": "No.", "next_step": "run", "reason": "none-given"}""")]
    [InlineData("cases-z.jsonl", """{"channel": "call", "said": "No \ud83d", "next_step": "ask-why", "reason": "none-given"}""")]
    [InlineData("sayings-z.tsv", "timing\tNot now.")]
    [InlineData("sayings-z.tsv", "someday\ten\tNot now.")]
    public void Names_a_broken_line_with_its_file(string file, string line)
    {
        var whole = file.EndsWith(".tsv", StringComparison.Ordinal) ? "timing\ten\tNot now."
            : """{"channel": "call", "said": "Not now.", "next_step": "nurture", "reason": "timing"}""";
        foreach (var other in Directory.EnumerateFiles(_prompts.Path("reading/learnt-from")))
            File.Delete(other);
        _prompts.Write("reading/learnt-from/" + file, $"{whole}\n{line}\n{whole}\n");
        var before = File.ReadAllBytes(_prompts.Path(LearntFile));

        Assert.Equal(1, Run("--prompts", _prompts.Root));
        Assert.Contains($"reading/learnt-from/{file}(2)", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_prompts.Path(LearntFile)));
    }

    [Theory]
    [InlineData("--prompts")]
    [InlineData("--quickly")]
    [InlineData("cases.jsonl")]
    public void Says_how_it_is_called(string wrong)
    {
        Assert.Equal(2, Run(wrong));
        Assert.StartsWith("usage: learn", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal("", _output.ToString());
    }

    public void Dispose()
    {
        _prompts.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    private int Run(params string[] args) => LearnCommand.Run(args, _output, _error);
}
