using System.Text.Json;
using CoachBot.Content;

namespace CoachBot.Reading.Learning;

// Prompts/reading/learnt-from/: labelled cases (cases-*.jsonl, the method's format) and labelled sayings (sayings-*.tsv:
// what they mean, the language, the words), each file from one origin.
internal sealed class LearntFrom(ReadingRules rules, CueBook cues, CaseFeatures features)
{
    public const string Folder = "reading/learnt-from";

    // What the rep noted beside voice and posture, where that tells what the no rests on.
    private const string Note = "note-";

    // The word lists were written by people who had read these cases: what the rules find in them proves nothing.
    public static readonly string[] SeenByTheRules = ["a", "b"];

    public List<Example> Read(ContentFolder folder, Mistakes mistakes)
    {
        List<Example> examples = [];
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder.Root, Folder)).Order(StringComparer.Ordinal))
        {
            var (name, file) = (Path.GetFileNameWithoutExtension(path), $"{Folder}/{Path.GetFileName(path)}");
            var origin = name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..];
            var lines = folder.Lines(file, mistakes);
            for (var at = 0; at < lines.Count; at++)
            {
                try
                {
                    if (lines[at].Length > 0)
                        examples.Add(path.EndsWith(".tsv", StringComparison.Ordinal) ? ReadSaying(origin, lines[at]) : ReadCase(origin, lines[at]));
                }
                catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException)
                {
                    mistakes.Add(file, at + 1, wrong.Message);
                }
            }
        }

        return examples;
    }

    /// <exception cref="JsonException">This is no labelled case.</exception>
    public LabelledCase ReadCase(string origin, string line)
    {
        using var json = JsonDocument.Parse(line);
        var no = NoCase.Parse(json.RootElement);
        var answer = CaseAnswer.Parse(json.RootElement) ?? throw new JsonException("'next_step' and 'reason' are missing");
        features.Take(new Signs(no, rules, cues), withRules: !SeenByTheRules.Contains(origin));
        return new LabelledCase(origin, no, Compact(), answer,
            json.RootElement.TryGetProperty("hard", out var hard) && hard.ValueKind == JsonValueKind.True);
    }

    private Saying ReadSaying(string origin, string line)
    {
        var parts = line.Split('\t');
        if (parts.Length != 3)
            throw new FormatException("a saying is: what it means, the language, the words; with tabs between");
        var (label, date) = parts[0].Split('+') is [var first, var more] ? (first, more == "date") : (parts[0], (bool?)null);
        var note = label.StartsWith(Note, StringComparison.Ordinal);
        var knownMeaning = Meanings.TryParse(note ? label[Note.Length..] : label, out var meaning);
        Shown? shown = label switch { "shows-withdrew" => Shown.Withdrew, "shows-angry" => Shown.OpenAnger, "shows-nothing" => Shown.Nothing, _ => null };
        var (stillNo, continuing) = (label == "still-no", label == "continuing");
        if (shown is null && !stillNo && !continuing && !knownMeaning)
            throw new FormatException($"'{label}' is none of {Meanings.Known}, {Note} and one of these, still-no, continuing, shows-withdrew, shows-angry, shows-nothing");
        features.TakeSaying(parts[2], ofTheBody: note || shown is not null, rules);
        var no = new NoCase(null, "", ContactChannel.InPerson, parts[2], "", 1, stillNo, "", true);
        return new Saying(origin, no, Compact(), knownMeaning ? meaning : null, shown, date, stillNo, continuing);
    }

    private ExampleFeatures Compact() => new(
        [.. features.Found.DistinctBy(f => f.Hash).Select(f => new FeatureValue(f.Hash, f.Value, f.Field == Fields.Body))],
        [.. Enumerable.Range(0, features.Sentences).Select(SentenceOf)]);

    private FeatureValue[] SentenceOf(int sentence) =>
        [.. features.Found.Where(f => f.Sentence == sentence).Select(f => new FeatureValue(f.Hash, f.InSentence, false))];
}
