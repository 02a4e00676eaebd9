using System.Globalization;
using CoachBot.Content;

namespace CoachBot.Reading.Learning;

// Everything that learning needs, read from Prompts/.
internal sealed class School
{
    private const int LeastSeen = 10;
    private const float LeastWeight = 0.05f;
    private readonly Dictionary<ulong, string> _names;

    private School(ReadingRules rules, CueBook cues, List<Example> examples, Dictionary<ulong, string> names)
    {
        Rules = rules;
        Cues = cues;
        Examples = examples;
        _names = names;
    }

    public ReadingRules Rules { get; }

    public CueBook Cues { get; }

    public IReadOnlyList<Example> Examples { get; }

    /// <exception cref="BrokenContentException">A file that is needed cannot be read.</exception>
    public static School Open(string prompts)
    {
        var mistakes = new Mistakes();
        var folder = new ContentFolder(prompts);
        var rules = ReadingRules.Read(folder, mistakes, withWeights: false);
        var cues = CueBook.Read(folder, mistakes);
        mistakes.ThrowIfAny();
        var names = new Dictionary<ulong, string>();
        var examples = new LearntFrom(rules, cues, new CaseFeatures(rules.Families, rules.Spellings) { Names = names }).Read(folder, mistakes);
        mistakes.ThrowIfAny();
        return new School(rules, cues, examples, names);
    }

    /// <summary>The lines of the file that holds what was learnt: the same from the same examples, on every machine.</summary>
    public IReadOnlyList<string> Learn()
    {
        var learnt = new Learner(Examples, LeastSeen).Learn();
        List<string> lines = [];
        foreach (var (hash, heads) in learnt)
        {
            if (Line(_names[hash], heads) is { } line)
                lines.Add(line);
        }

        lines.Sort(StringComparer.Ordinal);
        lines.Insert(0, "# Learnt from reading/learnt-from/ by: dotnet run --project Bot -- learn. Not written by hand.");
        return lines;
    }

    public NoReader Taught(IReadOnlyList<Example> examples, bool withRules) =>
        new(Rules, Cues, Rounded(new Learner(examples, LeastSeen).Learn()), withRules);

    // What is in the file is what counts, so estimates are made with rounded weights too.
    private static LearntWeights Rounded(IReadOnlyDictionary<ulong, float[]> learnt) =>
        LearntWeights.Of(learnt.Where(feature => Round(feature.Value)));

    private static bool Round(Span<float> row)
    {
        var any = false;
        foreach (ref var weight in row)
        {
            weight = Math.Abs(weight) < LeastWeight ? 0 : MathF.Round(weight, 2);
            any |= weight != 0;
        }

        return any;
    }

    private static string? Line(string name, Span<float> row)
    {
        if (!Round(row))
            return null;
        var parts = new List<string> { name };
        for (var head = 0; head < Heads.Count; head++)
        {
            if (row[head] != 0)
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Heads.Names[head]} {row[head]:0.##}"));
        }

        return string.Join('\t', parts);
    }
}
