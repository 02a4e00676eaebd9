using System.Globalization;
using System.Runtime.Intrinsics;
using CoachBot.Content;

namespace CoachBot.Reading;

// What is weighed in a case: each meaning of the words, two things that the body may show, and two facts.
internal static class Heads
{
    public const int Withdrew = 15;
    public const int OpenAnger = 16;
    public const int DateNamed = 17;
    public const int StillNo = 18;
    public const int Count = 19;

    /// <summary>Rows are padded to whole vectors, in floats.</summary>
    public const int Width = 24;

    public static readonly IReadOnlyList<string> Names =
        [.. Meanings.All.Select(m => m.Key()), "body-withdrew", "body-open-anger", "date-named", "still-no"];
}

// Prompts/reading/learnt.tsv: a line for each feature, what it was seen as and how it speaks for and against each head.
internal sealed class LearntWeights
{
    public const string File = "reading/learnt.tsv";
    private readonly Dictionary<ulong, int> _rows;
    private readonly float[] _weights;
    // Most of what a case holds was never learnt about: a few bits tell so without a look into the table.
    private readonly ulong[] _maybe = new ulong[1 << 14];

    public LearntWeights(Dictionary<ulong, int> rows, float[] weights)
    {
        _rows = rows;
        _weights = weights;
        foreach (var feature in rows.Keys)
            _maybe[Slot(feature)] |= Bit(feature);
    }

    public static LearntWeights None { get; } = new([], []);

    public int Count => _rows.Count;

    public int Find(ulong feature) =>
        (_maybe[Slot(feature)] & Bit(feature)) != 0 && _rows.TryGetValue(feature, out var row) ? row : -1;

    private static int Slot(ulong feature) => (int)(feature >> 50);

    private static ulong Bit(ulong feature) => 1UL << (int)(feature >> 44);

    public IReadOnlyDictionary<ulong, int> Rows => _rows;

    public Span<float> Row(int row) => _weights.AsSpan(row * Heads.Width, Heads.Width);

    public static void AddScaled(ReadOnlySpan<float> row, float by, Span<float> sums)
    {
        for (var at = 0; at < Heads.Width; at += Vector256<float>.Count)
            (Vector256.Create<float>(sums[at..]) + (Vector256.Create<float>(row[at..]) * by)).CopyTo(sums[at..]);
    }

    public static LearntWeights Read(ContentFolder folder, Mistakes mistakes)
    {
        var lines = folder.Lines(File, mistakes);
        var rows = new Dictionary<ulong, int>(lines.Count);
        var weights = new float[lines.Count * Heads.Width];
        var head = new Dictionary<string, int>(Heads.Names.Select((name, at) => KeyValuePair.Create(name, at)), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at].AsSpan();
            if (line.IsEmpty || line[0] == '#')
                continue;
            if (!ReadLine(line, rows, weights.AsSpan(rows.Count * Heads.Width, Heads.Width), head))
                mistakes.Add(File, at + 1, "this is no line that learning writes; learn again with: dotnet run --project Bot -- learn");
        }

        return new LearntWeights(rows, weights);
    }

    // feature TAB head number TAB head number …
    private static bool ReadLine(ReadOnlySpan<char> line, Dictionary<ulong, int> rows, Span<float> row, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> heads)
    {
        var (first, parts) = (true, 0);
        foreach (var range in line.Split('\t'))
        {
            var part = line[range];
            if (first && !rows.TryAdd(FeatureHash.Of(part), rows.Count))
                return false;
            if (!first)
            {
                var gap = part.LastIndexOf(' ');
                if (gap < 0 || !heads.TryGetValue(part[..gap], out var head) || !float.TryParse(part[(gap + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out row[head]))
                    return false;
            }

            parts++;
            first = false;
        }

        return parts > 1;
    }
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
