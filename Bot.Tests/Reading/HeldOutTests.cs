using CoachBot.Reading;

namespace CoachBot.Tests.Reading;

// Nothing is learnt from these files, though a few of their shortest words ("No, gracias.") are said by others too: they
// tell how well it reads. The floors are two points below what was measured, and go up with the reader.
public sealed class The_reader_on_cases_it_has_not_learnt_from(ITestOutputHelper output)
{
    private const int Bins = 10;

    [Theory]
    [InlineData("held-out/english.jsonl", 0.908, 0.870, 0)]
    [InlineData("held-out/es-fr-de.jsonl", 0.858, 0.824, 0)]
    public void Reads_as_well_as_it_did(string file, double stepsRight, double reasonsRight, int mostPushes)
    {
        var read = LabelledCase.ReadFile(file).Select(c => (Told: c, Reading: Prompts.Reader.Read(c.Case))).ToList();
        var steps = read.Count(r => r.Told.Label == r.Reading.Step);
        var reasons = read.Count(r => r.Told.Reason == r.Reading.Reason);
        var asked = read.Where(r => r.Told.Label == NextStep.HonourNo).ToList();
        var heard = asked.Count(r => r.Reading.Step == NextStep.HonourNo);
        var mistaken = read.Count(r => r.Told.Label != NextStep.HonourNo && r.Reading.Step == NextStep.HonourNo);
        var pushes = read.Where(r => r.Told.Label is NextStep.HonourNo or NextStep.BackOff && r.Reading.Step.ReachesOut()).ToList();
        output.WriteLine($"{file}: next step {steps} of {read.Count} ({100.0 * steps / read.Count:0.0} %), reason {reasons} of {read.Count} ({100.0 * reasons / read.Count:0.0} %)");
        output.WriteLine($"no contact heard {heard} of {asked.Count}, mistaken {mistaken} of {read.Count - asked.Count}; doubts {read.Count(r => r.Reading.Doubt is not null)}");
        output.WriteLine($"pushes {pushes.Count}: {string.Join(", ", pushes.Select(p => $"{p.Told.Case.Id} {p.Reading.Step.Key()}{(p.Reading.Doubt is null ? "" : " with a question")}"))}");

        Assert.True(steps >= stepsRight * read.Count, $"next step {steps} of {read.Count}");
        Assert.True(reasons >= reasonsRight * read.Count, $"reason {reasons} of {read.Count}");
        Assert.True(pushes.Count <= mostPushes, $"{pushes.Count} pushes");
    }

    [Fact]
    public void Knows_how_sure_it_may_be()
    {
        var read = LabelledCase.HeldOut().Select(c => (c.Label, Reading: Prompts.Reader.Read(c.Case))).OrderBy(r => r.Reading.Confidence).ToList();
        var error = 0.0;
        for (var bin = 0; bin < Bins; bin++)
        {
            var part = read[(bin * read.Count / Bins)..((bin + 1) * read.Count / Bins)];
            var (sure, right) = (part.Average(r => r.Reading.Confidence), part.Average(r => r.Label == r.Reading.Step ? 1.0 : 0));
            error += Math.Abs(sure - right) * part.Count / read.Count;
            output.WriteLine($"sure {sure:0.000}, right {right:0.000}, {part.Count} cases");
        }

        output.WriteLine($"expected calibration error over {read.Count} cases: {error:0.000}");
        Assert.True(error <= 0.05, $"{error:0.000}");
    }
}
