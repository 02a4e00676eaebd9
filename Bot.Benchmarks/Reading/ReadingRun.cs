using System.Diagnostics;
using System.Globalization;
using CoachBot.Content;
using CoachBot.Reading;

namespace CoachBot.Benchmarks.Reading;

/// <summary>What reading a case costs once warm: its time, its allocations, and what the reader itself keeps in memory.</summary>
public static class ReadingRun
{
    public static int Run(ReadingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var cases = File.ReadLines(options.Cases).Select(NoCase.Parse).ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var reader = Reader();
        _ = reader.Read(cases[0]);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        for (var round = 0; round < options.WarmUp; round++)
            cases.ForEach(no => reader.Read(no));

        var times = new List<TimeSpan>(cases.Count * options.Rounds);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var no in cases)
            {
                var start = Stopwatch.GetTimestamp();
                _ = reader.Read(no);
                times.Add(Stopwatch.GetElapsedTime(start));
            }
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        times.Sort();
        GC.KeepAlive(reader);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{times.Count} readings: median {times[times.Count / 2].TotalMicroseconds:0} µs, 99th percentile {times[times.Count * 99 / 100].TotalMicroseconds:0} µs, slowest {times[^1].TotalMicroseconds:0} µs; {allocated / times.Count / 1024.0:0.0} KB allocated each; the reader holds {held / 1048576.0:0.0} MB"));
        return 0;
    }

    private static NoReader Reader()
    {
        var mistakes = new Mistakes();
        var folder = new ContentFolder(Path.Combine(AppContext.BaseDirectory, "Prompts"));
        var (rules, cues) = (ReadingRules.Read(folder, mistakes), CueBook.Read(folder, mistakes));
        mistakes.ThrowIfAny();
        return new NoReader(rules, cues);
    }
}
