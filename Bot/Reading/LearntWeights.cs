using System.Globalization;
using System.Runtime.InteropServices;
using CoachBot.Content;

namespace CoachBot.Reading;

// What is weighed in a case: each meaning of the words, two things that the body may show, and three facts.
internal static class Heads
{
    public const int Withdrew = 15;
    public const int OpenAnger = 16;
    public const int DateNamed = 17;
    public const int StillNo = 18;
    public const int Continuing = 19;
    public const int Count = 20;

    /// <summary>Sums are padded to whole vectors, in floats.</summary>
    public const int Width = 24;

    public static readonly IReadOnlyList<string> Names =
        [.. Meanings.All.Select(m => m.Key()), "body-withdrew", "body-open-anger", "date-named", "still-no", "continuing"];
}

// Prompts/reading/learnt.tsv: a line for each feature, what it was seen as and how it speaks for and against the heads.
internal sealed class LearntWeights
{
    public const string File = "reading/learnt.tsv";
    private readonly Dictionary<ulong, int> _rows;
    // A feature speaks about few heads: what the row says stands from its own place to the next row's.
    private readonly List<int> _places = [0];
    private readonly List<Say> _says = [];
    // Most of what a case holds was never learnt about: a few bits tell so without a look into the table.
    private readonly ulong[] _maybe = new ulong[1 << 14];

    private LearntWeights(int features) => _rows = new Dictionary<ulong, int>(features);

    public static LearntWeights None { get; } = new(0);

    public int Count => _rows.Count;

    public int Find(ulong feature) =>
        (_maybe[Slot(feature)] & Bit(feature)) != 0 && _rows.TryGetValue(feature, out var row) ? row : -1;

    public void AddScaled(int row, float by, Span<float> sums)
    {
        foreach (var (head, weight) in Row(row))
            sums[head] += weight * by;
    }

    public ReadOnlySpan<Say> Row(int row) => CollectionsMarshal.AsSpan(_says)[_places[row].._places[row + 1]];

    public static LearntWeights Of(IEnumerable<KeyValuePair<ulong, float[]>> learnt)
    {
        var weights = new LearntWeights(0);
        foreach (var (feature, heads) in learnt)
        {
            weights.Begin(feature);
            for (var head = 0; head < Heads.Count; head++)
            {
                if (heads[head] != 0)
                    weights._says.Add(new Say(head, heads[head]));
            }

            weights._places.Add(weights._says.Count);
        }

        return weights;
    }

    // Nothing of it changes once it is read: several programs in one process share what is a hundred thousand lines.
    private static volatile Kept? _last;

    public static LearntWeights Read(ContentFolder folder, Mistakes mistakes)
    {
        var file = new FileInfo(Path.Combine(folder.Root, File));
        if (_last is { } last && last.Path == file.FullName && file.Exists && last.Written == file.LastWriteTimeUtc)
            return last.Weights;
        var lines = folder.Lines(File, mistakes);
        var weights = Read(lines, mistakes, out var isWhole);
        if (isWhole)
            _last = new Kept(file.FullName, file.LastWriteTimeUtc, weights);
        return weights;
    }

    private static LearntWeights Read(IReadOnlyList<string> lines, Mistakes mistakes, out bool isWhole)
    {
        isWhole = lines.Count > 0;
        var weights = new LearntWeights(lines.Count);
        var heads = new Dictionary<string, int>(Heads.Names.Select((name, at) => KeyValuePair.Create(name, at)), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at].AsSpan();
            if (line.IsEmpty || line[0] == '#')
                continue;
            if (weights.ReadLine(line, heads))
                continue;
            isWhole = false;
            mistakes.Add(File, at + 1, "this is no line that learning writes; learn again with: dotnet run --project Bot -- learn");
        }

        return weights;
    }

    // feature TAB head number TAB head number …
    private bool ReadLine(ReadOnlySpan<char> line, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> heads)
    {
        var before = _says.Count;
        var first = true;
        foreach (var range in line.Split('\t'))
        {
            var part = line[range];
            if (first && !Begin(FeatureHash.Of(part)))
                return false;
            if (!first)
            {
                var gap = part.LastIndexOf(' ');
                if (gap < 0 || !heads.TryGetValue(part[..gap], out var head) || !float.TryParse(part[(gap + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight))
                    return false;
                _says.Add(new Say(head, weight));
            }

            first = false;
        }

        _places.Add(_says.Count);
        return _says.Count > before;
    }

    private bool Begin(ulong feature)
    {
        _maybe[Slot(feature)] |= Bit(feature);
        return _rows.TryAdd(feature, _rows.Count);
    }

    private static int Slot(ulong feature) => (int)(feature >> 50);

    private static ulong Bit(ulong feature) => 1UL << (int)(feature >> 44);

    private sealed record Kept(string Path, DateTime Written, LearntWeights Weights);

    // What a feature says for a head: log-odds.
    public readonly record struct Say(int Head, float Weight);
}

// FNV-1a over the characters of a feature's name, so that a name can be hashed piece by piece.
internal readonly record struct FeatureHash(ulong Value)
{
    private const ulong Prime = 1099511628211;

    public static FeatureHash Empty { get; } = new(14695981039346656037);

    public static ulong Of(ReadOnlySpan<char> name) => Empty.Then(name).Value;

    public FeatureHash Then(ReadOnlySpan<char> more)
    {
        var hash = Value;
        foreach (var c in more)
            hash = (hash ^ c) * Prime;
        return new FeatureHash(hash);
    }
}
