using System.Globalization;

namespace CoachBot.Reading;

// How good readings are, against answers that people gave: accuracy, calibration, what was taken for what.
internal sealed class ReadingReport
{
    private const int Bins = 10;
    private readonly List<Judged> _read = [];

    public int Count => _read.Count;

    // Of a case only what is counted is kept: there may be a million of them.
    public void Add(StepAndReason answer, NoReading reading, bool hard) =>
        _read.Add(new Judged(answer, new StepAndReason(reading.Step, reading.Reason), reading.Confidence, hard, reading.Doubt is not null));

    public void Add(ReadingReport other) => _read.AddRange(other._read);

    public double StepsRight => Share(_read, r => r.StepIsRight);

    public double ReasonsRight => Share(_read, r => r.ReasonIsRight);

    public double HardStepsRight => Share(Hard, r => r.StepIsRight);

    public int NoContactAsked => _read.Count(r => r.Answer.Step == NextStep.HonourNo);

    public int NoContactHeard => _read.Count(r => r.Answer.Step == NextStep.HonourNo && r.Read.Step == NextStep.HonourNo);

    public int NoContactMistaken => _read.Count(r => r.Answer.Step != NextStep.HonourNo && r.Read.Step == NextStep.HonourNo);

    /// <summary>How often the rep would be sent to ask again after anger or a request for no contact.</summary>
    public int Pushes => _read.Count(r => r.Answer.Step is NextStep.HonourNo or NextStep.BackOff && r.Read.Step.ReachesOut());

    public int Doubts => _read.Count(r => r.InDoubt);

    /// <summary>Expected calibration error: ten bins of equal count, the gap between how sure and how often right.</summary>
    public double CalibrationError => Calibration().Sum(bin => bin.Count * Math.Abs(bin.Sure - bin.Right)) / Math.Max(1, Count);

    public string OneLine => string.Create(CultureInfo.InvariantCulture, $"{Count} cases: next step {StepsRight:P1}, reason {ReasonsRight:P1}, hard {HardStepsRight:P1} of {Hard.Count()}; no contact heard {NoContactHeard} of {NoContactAsked}, mistaken {NoContactMistaken}; pushes {Pushes}; doubts {Doubts}; calibration error {CalibrationError:0.000}");

    private IEnumerable<Judged> Hard => _read.Where(r => r.Hard);

    /// <summary>Everything, line by line, for a person to read.</summary>
    public IEnumerable<string> Page() =>
    [
        .. Accuracy("cases", _read), .. Accuracy("of these hard", Hard),
        Line($"no contact    {NoContactHeard} of {NoContactAsked} requests heard; {NoContactMistaken} heard that were none"),
        Line($"pushes        {Pushes} (would ask again after anger or a request for no contact)"),
        Line($"doubts        {Doubts} (one more question would be asked)"),
        "",
        Line($"Calibration: the expected error is {CalibrationError:0.000}"),
        "   sure  right  cases",
        .. Calibration().Where(bin => bin.Count > 0).Select(bin => Line($"  {bin.Sure,5:0.000}  {bin.Right,5:0.000}  {bin.Count,5}")),
        "",
        .. Confusion(),
    ];

    /// <summary>What was taken for what: a row for each next step that people answered, a column for each that was read.</summary>
    public IEnumerable<string> Confusion()
    {
        var titles = NextSteps.All.Select(s => s.Key().Split('-', 2)).ToList();
        var widths = titles.Select(t => t.Max(part => part.Length) + 2).ToList();
        yield return "answered below, read as:";
        yield return Row("", at => titles[at].Length > 1 ? titles[at][0] + "-" : "");
        yield return Row("", at => titles[at][^1]) + "  right";
        foreach (var step in NextSteps.All)
        {
            var answered = _read.Where(r => r.Answer.Step == step).ToList();
            yield return Row(step.Key(), at => Line($"{answered.Count(r => r.Read.Step == NextSteps.All[at])}")) + (answered.Count == 0 ? "" : Line($"  {Share(answered, r => r.StepIsRight),5:P0}"));
        }

        string Row(string title, Func<int, string> cell) => $"{title,-16}" + string.Concat(widths.Select((width, at) => cell(at).PadLeft(width)));
    }

    private List<(double Sure, double Right, int Count)> Calibration()
    {
        var sorted = _read.OrderBy(r => r.Confidence).ToList();
        return [.. Enumerable.Range(0, Bins)
            .Select(bin => sorted[(bin * sorted.Count / Bins)..((bin + 1) * sorted.Count / Bins)])
            .Select(part => (part.Count == 0 ? 0 : part.Average(r => r.Confidence), Share(part, r => r.StepIsRight), part.Count))];
    }

    private static IEnumerable<string> Accuracy(string which, IEnumerable<Judged> read)
    {
        var all = read.ToList();
        if (all.Count > 0)
            yield return Line($"{which,-14}{all.Count}: next step right in {Share(all, r => r.StepIsRight):P1} ({all.Count(r => r.StepIsRight)}), reason in {Share(all, r => r.ReasonIsRight):P1} ({all.Count(r => r.ReasonIsRight)})");
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);

    private static double Share<T>(IEnumerable<T> of, Func<T, bool> right)
    {
        var all = of.ToList();
        return all.Count == 0 ? 0 : (double)all.Count(right) / all.Count;
    }

    private readonly record struct Judged(StepAndReason Answer, StepAndReason Read, double Confidence, bool Hard, bool InDoubt)
    {
        public bool StepIsRight => Answer.Step == Read.Step;

        public bool ReasonIsRight => Answer.Reason == Read.Reason;
    }
}
