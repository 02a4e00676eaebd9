using System.Diagnostics;

namespace CoachBot.Benchmarks.Faults;

/// <summary>What came of a scenario.</summary>
/// <param name="Scenario">What was done.</param>
/// <param name="Conversations">How many people told a debrief, or the beginning of one.</param>
/// <param name="Turns">How many different activities they handed over.</param>
/// <param name="Faults">How often something was done to the program.</param>
/// <param name="Lost">Answers that never came, and activities that were never worked on.</param>
/// <param name="Doubled">Effects that are there twice, sends out of order or that nobody expected, and second copies that nothing explains.</param>
/// <param name="Resent">Second copies of what was being sent when its process was killed or frozen, or of what the connector left in doubt.</param>
/// <param name="GaveUp">How many people waited more than 100 s for an answer, and said no more.</param>
/// <param name="InDoubt">How often the program itself noted that something was perhaps sent.</param>
/// <param name="Leaks">Sends about customers after they were promised silence; in these debriefs nobody asks for it yet.</param>
/// <param name="Took">From the start of the program to the verdict.</param>
internal sealed record Verdict(FaultScenario Scenario, int Conversations, int Turns, int Faults, int Lost, int Doubled, int Resent, int GaveUp, int InDoubt, int Leaks, TimeSpan Took)
{
    public bool Fine => Lost == 0 && Doubled == 0 && Leaks == 0 && GaveUp == 0 && Resent <= InDoubt;
}

/// <summary>Compares the connector's log, and the records in the database, with what a debrief without any fault is answered.</summary>
internal sealed class Judge(FaultConnector connector, Fleet fleet, IReadOnlyList<IReadOnlyList<string>> expected, TextWriter wrong)
{
    // What was received so shortly before its sender died may not have been marked as sent: a process that has just begun, beside others that begin, is slow.
    private static readonly TimeSpan InFlight = TimeSpan.FromSeconds(5);

    private int _lost;
    private int _doubled;
    private int _resent;
    private int _shown;

    public async Task<Verdict> JudgeAsync(FaultScenario scenario, IReadOnlyCollection<FaultPerson> people, TimeSpan took)
    {
        var records = await Records.ReadAsync(fleet);
        foreach (var person in people)
        {
            var sends = connector.Of(person.Name).Sends;
            var (record, before) = (records.GetValueOrDefault(person.Name) ?? new Record(0, 0, 0, 0, 0), _resent);
            JudgeSends(person, sends);
            JudgeRecord(person, record);
            if (_resent - before > record.Ambiguous)
                Doubled(person, $"{_resent - before} second copies, and only {record.Ambiguous} of them are in the records");
        }

        return new Verdict(scenario, people.Count, people.Sum(p => p.HandedOver), fleet.Faults.Count, _lost, _doubled, _resent, people.Count(p => p.Got < p.Lines.Count), people.Sum(p => records.GetValueOrDefault(p.Name)?.Ambiguous ?? 0), await Records.LeaksAsync(fleet), took);
    }

    private void JudgeSends(FaultPerson person, IReadOnlyList<Send> sends)
    {
        var first = new List<Send>();
        foreach (var copies in sends.Where(s => s.Taken).GroupBy(s => s.Whole))
        {
            first.Add(copies.First());
            foreach (var (before, again) in copies.Zip(copies.Skip(1)))
            {
                if (before.Unknown || Explained(before, again))
                    _resent++;
                else
                    Doubled(person, $"sent again, {Stopwatch.GetElapsedTime(before.At, again.At).TotalSeconds:F2} s later and with no fault at that time: {Short(again.Words)}");
            }
        }

        var lines = person.Lines.ToList();
        var last = -1;
        foreach (var send in first.OrderBy(s => s.At).Where(s => lines.Contains(s.ReplyTo)))
        {
            var line = lines.IndexOf(send.ReplyTo);
            if (line < last)
                Doubled(person, $"an answer to line {line} came after one to line {last}");
            last = line;
        }

        for (var line = 0; line < person.Said; line++)
        {
            if (!(person.Habits.HasFlag(Habits.Blocked) && line == FaultPerson.BlockedLine))
                JudgeLine(person, line, [.. first.Where(s => s.ReplyTo == lines[line]).OrderBy(s => s.At).Select(s => s.Words)]);
        }

        if (person.Habits.HasFlag(Habits.TwoDevices))
        {
            foreach (var twice in first.Where(s => s.ReplyTo.EndsWith("-help", StringComparison.Ordinal)).GroupBy(s => (s.ReplyTo, s.Words)).Where(g => g.Count() > 1))
                Doubled(person, $"helped twice: {Short(twice.Key.Words)}");
        }
    }

    private void JudgeLine(FaultPerson person, int line, List<string> heard)
    {
        // A help in between may put an answer's card aside: then only how many answers came is certain.
        var loose = person.Habits.HasFlag(Habits.TwoDevices);
        var (missing, beyond) = loose
            ? (Math.Max(0, 1 - heard.Count), 0)
            : (expected[line].Except(heard).Count(), heard.Except(expected[line]).Count() + Math.Max(0, heard.Count - expected[line].Count));
        if (missing > 0)
            Lost(person, $"line {line}: {missing} of {expected[line].Count} answers are missing (told {person.Got} of {person.Lines.Count})", missing);
        else if (beyond > 0)
            Doubled(person, $"line {line}: {heard.Count} answers, not {expected[line].Count}: {Short(heard[^1])}");
        else if (!loose && !heard.SequenceEqual(expected[line]))
            Doubled(person, $"line {line}: answers out of order");
    }

    private void JudgeRecord(FaultPerson person, Record record)
    {
        if (record.Done != record.Taken || record.Taken != person.HandedOver || record.Open > 0)
            Lost(person, $"{person.HandedOver} handed over, {record.Taken} taken, {record.Done} done, {record.Open} sends open", 1);
        if (!person.Habits.HasFlag(Habits.TwoDevices) && person.Got == person.Lines.Count && expected.Take(person.Lines.Count).Sum(e => e.Count) is var sends && record.Outgoing > sends)
            Doubled(person, $"{record.Outgoing} sends stand in the database, not {sends}");
    }

    private bool Explained(Send before, Send again) => fleet.Faults.Any(f =>
        before.At >= f.From - Ticks(InFlight) && before.At <= f.To + Ticks(InFlight) && again.At >= f.From);

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);

    private void Lost(FaultPerson person, string what, int count)
    {
        _lost += count;
        Say(person, what);
    }

    private void Doubled(FaultPerson person, string what)
    {
        _doubled++;
        Say(person, what);
    }

    private void Say(FaultPerson person, string what)
    {
        if (_shown++ < 12)
            wrong.WriteLine($"  {person.Name}: {what}");
    }

    private static string Short(string text) => text[..Math.Min(120, text.Length)];
}
