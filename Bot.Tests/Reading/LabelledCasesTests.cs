using CoachBot.Reading;

namespace CoachBot.Tests.Reading;

// The reader has learnt from these cases, so they say nothing of how well it reads others (HeldOutTests does): what it gets
// wrong here it was taught, and has lost.
public sealed class The_reader_on_the_labelled_cases(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<LabelledCase> Cases = LabelledCase.ReadAll();

    [Fact]
    public void Has_kept_their_next_steps()
    {
        var readings = Cases.Select(c => (c.Label, c.Reason, Reading: Prompts.Reader.Read(c.Case))).ToList();
        var right = readings.Count(r => r.Label == r.Reading.Step);
        output.WriteLine($"next steps right: {right} of {readings.Count} ({100.0 * right / readings.Count:0.0} %)");
        output.WriteLine($"reason right where the step is: {readings.Count(r => r.Label == r.Reading.Step && r.Reason == r.Reading.Reason)} of {right}");
        foreach (var step in NextSteps.All)
        {
            var labelled = readings.Where(r => r.Label == step).ToList();
            output.WriteLine($"  {step.Key(),-17} {labelled.Count(r => r.Reading.Step == step),3} of {labelled.Count,3}, read {readings.Count(r => r.Reading.Step == step),3} times");
        }

        Assert.True(right >= 0.98 * readings.Count, $"{right} of {readings.Count}");
    }

    [Fact]
    public void Misses_hardly_a_request_not_to_be_contacted()
    {
        var asked = Cases.Where(c => c.Label == NextStep.HonourNo).ToList();
        var heard = asked.Count(c => Prompts.Reader.Read(c.Case).Step == NextStep.HonourNo);
        var falsely = Cases.Count(c => c.Label != NextStep.HonourNo && Prompts.Reader.Read(c.Case).Step == NextStep.HonourNo);
        output.WriteLine($"honour-no heard: {heard} of {asked.Count}; read where it was not: {falsely}");

        Assert.True(heard >= 0.98 * asked.Count, $"{heard} of {asked.Count}");
        Assert.True(falsely <= 0.01 * Cases.Count, $"{falsely} false");
    }

    [Fact]
    public void Seldom_reaches_out_to_somebody_who_asked_for_silence_or_was_angered()
    {
        var pushes = Cases.Where(c => c.Label is NextStep.HonourNo or NextStep.BackOff && Prompts.Reader.Read(c.Case).Step.ReachesOut()).ToList();
        output.WriteLine($"pushes: {pushes.Count} ({string.Join(", ", pushes.Select(p => p.Case.Id))})");

        Assert.True(pushes.Count <= 1, $"{pushes.Count} pushes");
    }
}
