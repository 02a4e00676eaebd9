using System.Runtime.InteropServices;
using System.Text.Json;
using CoachBot.Content;

namespace CoachBot.Reading;

// An example that the reader learnt from: a whole case by its id, or a saying by the file that it comes from.
internal sealed record LabelledExample(string? Id, string Origin, string Said, string Answer);

// The labelled examples of Prompts/reading/learnt-from/ that share the most words with a case: for whoever wonders where
// a reading comes from. Nothing is decided by them, and where the folder is missing there are none.
internal sealed class NearestExamples
{
    private const string Folder = "reading/learnt-from";
    private const int Most = 3;
    private const float NearEnough = 0.15f;
    // A word that one example in so many has tells nothing apart.
    private const int TooCommon = 12;
    private readonly Spellings _spellings;
    private readonly List<(LabelledExample Example, HashSet<string> Words)> _examples = [];
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, float> _rarity = new(StringComparer.Ordinal);
    private readonly float[] _lengths;
    private readonly float[] _shared;

    private NearestExamples(ContentFolder folder, Spellings spellings, Mistakes mistakes)
    {
        _spellings = spellings;
        foreach (var file in folder.Files(Folder, "*-*.*"))
            ReadFile(folder, file, mistakes);
        foreach (var (word, places) in _byWord.Where(w => w.Value.Count * TooCommon <= _examples.Count))
            _rarity[word] = MathF.Log(1 + ((float)_examples.Count / places.Count));
        _lengths = [.. _examples.Select(e => Length(e.Words))];
        _shared = new float[_examples.Count];
    }

    /// <exception cref="BrokenContentException">A line of an example cannot be read.</exception>
    public static NearestExamples Read(ContentFolder folder, ReadingRules rules)
    {
        var mistakes = new Mistakes();
        var examples = new NearestExamples(folder, rules.Spellings, mistakes);
        mistakes.ThrowIfAny();
        return examples;
    }

    /// <summary>Up to three, the nearest first.</summary>
    public IEnumerable<LabelledExample> To(NoCase no)
    {
        var words = Words(TextOf(no));
        Array.Clear(_shared);
        foreach (var word in words)
        {
            if (!_rarity.TryGetValue(word, out var rarity))
                continue;
            foreach (var at in _byWord[word])
                _shared[at] += rarity * rarity;
        }

        var length = Length(words);
        var near = new List<(float Near, int At)>();
        for (var at = 0; at < _shared.Length; at++)
        {
            if (_shared[at] > 0 && _shared[at] >= NearEnough * length * _lengths[at])
                near.Add((_shared[at] / _lengths[at], at));
        }

        return near.OrderByDescending(e => e.Near).Take(Most).Select(e => _examples[e.At].Example);
    }

    private void ReadFile(ContentFolder folder, string file, Mistakes mistakes)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var origin = name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..];
        var lines = folder.Lines(file, mistakes);
        for (var at = 0; at < lines.Count; at++)
        {
            try
            {
                if (lines[at].Length > 0)
                    ReadLine(origin, lines[at], file.EndsWith(".tsv", StringComparison.Ordinal));
            }
            catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException)
            {
                mistakes.Add(file, at + 1, wrong.Message);
            }
        }
    }

    private void ReadLine(string origin, string line, bool isSaying)
    {
        if (isSaying)
        {
            var parts = line.Split('\t');
            if (parts.Length != 3)
                throw new FormatException("a saying is: what it means, the language, the words; with tabs between");
            Keep(new LabelledExample(null, origin, parts[2], parts[0]), parts[2]);
            return;
        }

        using var json = JsonDocument.Parse(line);
        var no = NoCase.Parse(json.RootElement);
        var answer = CaseAnswer.Parse(json.RootElement) ?? throw new JsonException("'next_step' and 'reason' are missing");
        Keep(new LabelledExample(no.Id, origin, no.Said, $"{answer.Step.Key()}.{answer.Reason.Key()}"), TextOf(no));
    }

    private void Keep(LabelledExample example, string text)
    {
        var words = Words(text);
        foreach (var word in words)
        {
            ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(_byWord, word, out _);
            (places ??= []).Add(_examples.Count);
        }

        _examples.Add((example, words));
    }

    private float Length(HashSet<string> words) =>
        MathF.Sqrt(words.Sum(w => _rarity.TryGetValue(w, out var rarity) ? rarity * rarity : 0));

    private static string TextOf(NoCase no) => $"{no.Said}\n{no.Why}\n{no.Body}";

    private HashSet<string> Words(string text)
    {
        var words = new DistinctWords();
        new Tokenizer(text, _spellings, words).Run();
        return words.Seen;
    }

    private sealed class DistinctWords : IWordSink
    {
        public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

        public void Add(ReadOnlySpan<char> word, int start, int end, bool opens) => Seen.Add(word.ToString());
    }
}
