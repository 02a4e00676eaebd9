using System.Text;
using System.Text.RegularExpressions;
using CoachBot.Reading;

namespace CoachBot.Tests.Reading;

public sealed partial class The_report_and_the_explanation_of_the_command_read
{
    private static readonly string Labelled = Path.Combine(AppContext.BaseDirectory, "Cases", "dev.jsonl");
    private static readonly IReadOnlyList<LabelledCase> Cases = LabelledCase.ReadAll();
    private static readonly Lazy<Task<The_command_read.Ran>> Reported = new(() => RunAsync("", Labelled, "--report"));
    private static readonly Lazy<Task<The_command_read.Ran>> Explained = new(() => RunAsync("", Labelled, "--explain"));

    [Fact]
    public async Task Leaves_standard_output_as_it_is_without()
    {
        Assert.Equal((await The_command_read.Plain.Value).Output, (await Reported.Value).Output);
    }

    [Fact]
    public async Task Counts_what_was_right()
    {
        var report = (await Reported.Value).Error;

        var right = Cases.Count(c => Prompts.Reader.Read(c.Case).Step == c.Label);
        var reasons = Cases.Count(c => Prompts.Reader.Read(c.Case).Reason == c.Reason);
        var asked = Cases.Where(c => c.Label == NextStep.HonourNo).ToList();
        var heard = asked.Count(c => Prompts.Reader.Read(c.Case).Step == NextStep.HonourNo);
        Assert.Matches($@"cases +{Cases.Count}: next step right in [\d.]+ % \({right}\), reason in [\d.]+ % \({reasons}\)", report);
        Assert.Matches(@"of these hard \d+: next step right in", report);
        Assert.Contains($"{heard} of {asked.Count} requests heard", report, StringComparison.Ordinal);
        Assert.Matches(@"pushes +\d+ ", report);
        Assert.Matches(@"doubts +\d+ ", report);
        Assert.Matches(@"expected error is 0\.\d{3}", report);
        Assert.Matches(@"in microseconds: the first, which warms up, \d+; the 599 others: median \d+, 99th percentile \d+", report);
    }

    [Fact]
    public async Task Shows_ten_bins_that_hold_every_case_once()
    {
        var bins = Bin().Matches((await Reported.Value).Error);

        Assert.Equal((10, Cases.Count), (bins.Count, bins.Sum(b => int.Parse(b.Groups[1].Value, null))));
    }

    [Fact]
    public async Task Shows_what_was_taken_for_what()
    {
        var report = (await Reported.Value).Error.Split('\n');

        foreach (var step in NextSteps.All)
        {
            var row = Assert.Single(report, line => line.StartsWith(step.Key() + " ", StringComparison.Ordinal));
            var expected = NextSteps.All.Select(read => Cases.Count(c => c.Label == step && Prompts.Reader.Read(c.Case).Step == read));
            Assert.Equal(expected, row[step.Key().Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8).Select(int.Parse));
        }
    }

    [Fact]
    public async Task Has_nothing_to_compare_with_where_no_case_holds_an_answer()
    {
        var ran = await RunAsync("""{"channel":"call","said":"no","next_step":null,"reason":null}""", "--report");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("No case holds an answer", ran.Error, StringComparison.Ordinal);
        Assert.Contains("in microseconds", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_of_every_rule_what_it_means()
    {
        foreach (var (told, read) in Cases.Zip((await Explained.Value).Readings))
        {
            var evidence = Prompts.Reader.Read(told.Case).Evidence;
            var why = read.GetProperty("why").EnumerateArray().ToList();
            Assert.Equal(evidence.Select(e => (e.Field, e.Quote, e.Rule)), why.Select(w => (w.GetProperty("field").GetString()!, w.GetProperty("quote").GetString()!, w.GetProperty("rule").GetString()!)));
            Assert.All(why, w => Assert.False(string.IsNullOrEmpty(w.GetProperty("means").GetString()), $"{told.Case.Id}: {w}"));
        }
    }

    [Fact]
    public async Task Says_what_else_it_could_be_and_what_it_would_ask()
    {
        // Of what it has learnt from it is seldom in doubt.
        var unseen = LabelledCase.ReadFile("held-out/english.jsonl");
        var explained = await RunAsync("", Path.Combine(AppContext.BaseDirectory, "Cases", "held-out", "english.jsonl"), "--explain");
        var asked = 0;
        foreach (var (told, read) in unseen.Zip(explained.Readings))
        {
            var reading = Prompts.Reader.Read(told.Case);
            Assert.Equal(reading.Others.Select(o => (o.Step.Key(), o.Reason.Key())), read.GetProperty("others").EnumerateArray().Select(o => (o.GetProperty("next_step").GetString()!, o.GetProperty("reason").GetString()!)));
            Assert.Equal(Prompts.Rules.Doubts.FirstOrDefault(d => d.Key == reading.Doubt?.Key)?.Question, read.GetProperty("doubt").GetString());
            asked += reading.Doubt is null ? 0 : 1;
        }

        Assert.NotEqual(0, asked);
    }

    [Fact]
    public async Task Shows_the_examples_that_come_nearest()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(AppContext.BaseDirectory, "Prompts", "reading", "learnt-from")), "The examples are not here.");
        var readings = (await Explained.Value).Readings;

        Assert.All(readings, r => Assert.InRange(r.GetProperty("examples").GetArrayLength(), 0, 3));
        // It was learnt from, so the nearest to it is itself.
        var nearest = readings[0].GetProperty("examples")[0];
        Assert.Equal(Cases[0].Case.Id, nearest.GetProperty("id").GetString());
        Assert.Equal(Cases[0].Case.Said, nearest.GetProperty("said").GetString());
        Assert.Equal($"{Cases[0].Label.Key()}.{Cases[0].Reason.Key()}", nearest.GetProperty("answer").GetString());
        Assert.Contains(readings.SelectMany(r => r.GetProperty("examples").EnumerateArray()), e => e.TryGetProperty("origin", out var origin) && origin.GetString()!.Length > 0);
    }

    private static Task<The_command_read.Ran> RunAsync(string input, params string[] arguments) => The_command_read.RunAsync(Encoding.UTF8.GetBytes(input), arguments);

    [GeneratedRegex(@"^ +[01]\.\d{3} +[01]\.\d{3} +(\d+)$", RegexOptions.Multiline)]
    private static partial Regex Bin();
}
