using System.Text.Json;
using CoachBot.Content;

namespace CoachBot.Reading;

// Prompts/reading/examples.jsonl: "when my customers say this, they mean that", added by people. It counts from the next
// start, without learning: words that come near enough to an example lean towards what the example says.
internal sealed class AddedExamples
{
    private const string File = "reading/examples.jsonl";
    private const double Near = 0.6;
    private const double Same = 0.85;
    private readonly List<(string Said, Dictionary<string, double> Words, Meaning Meaning)> _examples = [];
    private readonly WordLists _lists;

    private AddedExamples(WordLists lists) => _lists = lists;

    public static AddedExamples Read(ContentFolder folder, WordLists lists, Mistakes mistakes)
    {
        var examples = new AddedExamples(lists);
        var lines = folder.Lines(File, mistakes);
        for (var at = 0; at < lines.Count; at++)
        {
            try
            {
                if (lines[at].Trim().Length > 0)
                    examples.Add(lines[at]);
            }
            catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
            {
                // Half a letter is no text, which the parser says only when it is asked for it.
                mistakes.Add(File, at + 1, wrong.Message);
            }
        }

        return examples;
    }

    /// <summary>What the nearest example leans towards, and how far; null when none is near.</summary>
    public (Meaning Towards, double Share)? Nearest(NoCase no)
    {
        if (_examples.Count == 0)
            return null;
        (Meaning, double)? best = null;
        foreach (var text in new[] { no.Said, no.Why }.Where(t => t.Length > 0))
        {
            var words = Words(text);
            foreach (var example in _examples)
            {
                var near = Likeness(words, example.Words);
                if (near >= Near && (best is null || near > best.Value.Item2))
                    best = (example.Meaning, near);
            }
        }

        return best is { } found ? (found.Item1, Math.Min(0.95, (found.Item2 - Near) / (1 - Near) + 0.5)) : null;
    }

    private void Add(string line)
    {
        using var json = JsonDocument.Parse(line);
        var said = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("said", out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()! : throw new JsonException("""an example is {"said": "their words", "means": "timing"}""");
        if (!json.RootElement.TryGetProperty("means", out var means) || !Meanings.TryParse(means.ToString(), out var meaning))
            throw new JsonException($"'means' is one of {Meanings.Known}");
        var words = Words(said);
        if (words.Count == 0)
            throw new JsonException("there are no words in this example");
        if (_examples.Find(e => e.Meaning != meaning && Likeness(words, e.Words) >= Same) is { Said: not null } other)
            throw new JsonException($"this says '{meaning.Key()}', and \"{other.Said}\" says '{other.Meaning.Key()}': one of them must go");
        _examples.Add((said, words, meaning));
    }

    // Words, and pairs of words that follow each other; common little words count for less.
    private Dictionary<string, double> Words(string text)
    {
        var words = _lists.Words(text);
        var counted = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var at = 0; at < words.Count; at++)
        {
            counted[words[at]] = words[at].Length > 3 ? 1 : 0.5;
            if (at > 0)
                counted[words[at - 1] + " " + words[at]] = 1;
        }

        return counted;
    }

    private static double Likeness(Dictionary<string, double> one, Dictionary<string, double> other)
    {
        double both = 0;
        foreach (var (word, weight) in one)
            both += other.ContainsKey(word) ? weight * weight : 0;
        return both / Math.Sqrt(one.Values.Sum(w => w * w) * other.Values.Sum(w => w * w));
    }
}
