using System.Diagnostics;
using System.Globalization;
using CoachBot.Content;

namespace CoachBot.Reading.Learning;

/// <summary>The command <c>learn</c>: learns from Prompts/reading/learnt-from/ and writes Prompts/reading/learnt.tsv.</summary>
public static class LearnCommand
{
    private const string Usage = """
        usage: learn [--prompts <folder>] [--estimate [--only a,b]]
          --prompts   the folder Prompts/ to learn from and to write into; ./Prompts unless told
          --estimate  write nothing; learn from all origins but one, read that one, and report how well it did
          --only      read these origins alone, half a minute each
        """;

    /// <summary>0 when it was done; 1 when a file is broken, with its mistakes on standard error; 2 when it was called wrongly.</summary>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        var (prompts, estimate, only) = ("Prompts", false, Array.Empty<string>());
        for (var at = 0; at < args.Count; at++)
        {
            if (args[at] == "--estimate")
            {
                estimate = true;
            }
            else if (args[at] == "--prompts" && at + 1 < args.Count)
            {
                prompts = args[++at];
            }
            else if (args[at] == "--only" && at + 1 < args.Count)
            {
                only = args[++at].Split(',');
            }
            else
            {
                error.WriteLine(Usage);
                return 2;
            }
        }

        try
        {
            var school = School.Open(prompts);
            if (estimate)
                Estimates.Report(school, only, output);
            else
                Learn(school, prompts, output);
            return 0;
        }
        catch (BrokenContentException broken)
        {
            error.WriteLine(broken.Message);
            return 1;
        }
    }

    private static void Learn(School school, string prompts, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var lines = school.Learn();
        File.WriteAllText(Path.Combine(prompts, LearntWeights.File), string.Join('\n', lines) + '\n');
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"learnt {lines.Count} features from {school.Examples.Count} examples in {watch.Elapsed.TotalSeconds:0} s"));
    }
}
