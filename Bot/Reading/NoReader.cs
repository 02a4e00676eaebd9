namespace CoachBot.Reading;

/// <summary>Reads what kind of no it was: the method's precedence, in order, over the word lists of Prompts/reading/.</summary>
public sealed class NoReader(ReadingRules rules, CueBook cues)
{
    private const double Surest = 0.95;

    public NoReading Read(NoCase no)
    {
        ArgumentNullException.ThrowIfNull(no);
        var candidates = Precedence.Candidates(new Signs(no, rules, cues));
        // Where nothing decides, a hint of a request for silence is asked about before anything else is done.
        var chosen = candidates.Find(c => c.Strength >= Strength.Clear) ?? candidates.Find(c => c.Step == NextStep.HonourNo) ?? candidates[^1];
        var others = candidates.Where(c => c.Step != chosen.Step).DistinctBy(c => c.Step).OrderByDescending(c => c.Strength).ToList();
        var confidence = Confidence(chosen, others);
        return new NoReading(
            chosen.Step, chosen.Reason, confidence, chosen.Evidence, [.. others.Select(o => new OtherReading(o.Step, o.Reason, o.WhyKey))],
            [.. chosen.Cues.Select(c => c.Cue.Id).Distinct()], Close(chosen, others, confidence));
    }

    private static double Confidence(Candidate chosen, List<Candidate> others)
    {
        var sure = chosen.Strength switch { Strength.Strong => Surest, Strength.Clear => 0.75, _ when chosen.Evidence.Count == 0 => 0.3, _ => 0.5 };
        var against = others.Count == 0 ? Strength.None : others[0].Strength;
        return Math.Round(against >= Strength.Clear ? sure - (against >= chosen.Strength ? 0.25 : 0.1) : sure, 2);
    }

    private Doubt? Close(Candidate chosen, List<Candidate> others, double confidence)
    {
        if (confidence >= 0.7)
            return null;
        foreach (var other in others)
        {
            if (rules.Doubts.FirstOrDefault(d => d.IsBetween(chosen.Step, other.Step)) is { } words)
                return new Doubt(words.Key, [.. words.Options.Select(o => new DoubtOption(o.Key, o.Step, Known(o)))]);
        }

        return chosen.Evidence.Count > 0 || rules.Doubts.FirstOrDefault(d => d.Between.Count == 0) is not { } open ? null
            : new Doubt(open.Key, [.. open.Options.Select(o => new DoubtOption(o.Key, o.Step, o.Reason))]);

        // What is known about the reason is kept.
        Reason Known(DoubtOptionWords option) =>
            option.Step == chosen.Step ? chosen.Reason : others.Find(o => o.Step == option.Step)?.Reason ?? option.Reason;
    }
}
