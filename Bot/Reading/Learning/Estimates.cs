namespace CoachBot.Reading.Learning;

// How well it reads what it has not learnt from: each origin in turn is read by what was learnt from the others.
internal static class Estimates
{
    /// <param name="school">What there is to learn from.</param>
    /// <param name="only">The origins to read; all, where it is empty. Learning is from all others in any case.</param>
    /// <param name="output">Where it is told.</param>
    public static void Report(School school, IReadOnlyCollection<string> only, TextWriter output)
    {
        var all = new ReadingReport();
        foreach (var origin in LearntFrom.SeenByTheRules)
        {
            var other = LearntFrom.SeenByTheRules.Single(o => o != origin);
            output.WriteLine($"learnt from {other} alone, read {origin}: {Read(school, origin, e => e.Origin == other).OneLine}");
        }

        foreach (var origin in school.Examples.OfType<LabelledCase>().Select(c => c.Origin).Distinct().Where(o => only.Count == 0 || only.Contains(o)))
        {
            var report = Read(school, origin, e => e.Origin != origin);
            output.WriteLine($"learnt from all others, read {origin}: {report.OneLine}");
            all.Add(report);
        }

        output.WriteLine($"all of these together: {all.OneLine}");
        foreach (var line in all.Confusion())
            output.WriteLine(line);
    }

    // The rules were written by people who had read a and b, so there they are not counted.
    private static ReadingReport Read(School school, string origin, Func<Example, bool> learntFrom)
    {
        var reader = school.Taught([.. school.Examples.Where(learntFrom)], withRules: !LearntFrom.SeenByTheRules.Contains(origin));
        var report = new ReadingReport();
        foreach (var no in school.Examples.OfType<LabelledCase>().Where(c => c.Origin == origin))
            report.Add(no.Answer, reader.Read(no.Case), no.Hard);
        return report;
    }
}
