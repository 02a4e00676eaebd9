using System.Diagnostics;
using System.Globalization;

namespace CoachBot.Reading;

// How long readings took. The first one finds everything cold, so it is named apart and not counted in.
internal sealed class ReadingTimes
{
    private readonly List<float> _microseconds = [];
    private double? _first;

    public void AddSince(long timestamp)
    {
        var took = Stopwatch.GetElapsedTime(timestamp).TotalMicroseconds;
        if (_first is null)
            _first = took;
        else
            _microseconds.Add((float)took);
    }

    public string OneLine
    {
        get
        {
            if (_first is not { } first)
                return "No case was read.";
            _microseconds.Sort();
            var rest = _microseconds.Count == 0 ? "there was no other" : string.Create(CultureInfo.InvariantCulture, $"the {_microseconds.Count} others: median {At(0.5):0}, 99th percentile {At(0.99):0}");
            return string.Create(CultureInfo.InvariantCulture, $"Time for a case, in microseconds: the first, which warms up, {first:0}; {rest}");
        }
    }

    private float At(double share) => _microseconds[(int)Math.Ceiling(share * _microseconds.Count) - 1];
}
