namespace CoachBot.Benchmarks.Load;

/// <summary>Counts turns and their times once it is told to begin; mistakes always.</summary>
public sealed class Tally
{
    private const int MostShown = 5;

    private readonly Lock _lock = new();
    private readonly List<double> _milliseconds = [];
    private readonly List<string> _shown = [];
    private bool _counting;

    public int Errors { get; private set; }

    public IReadOnlyList<string> FirstErrors => _shown;

    public void Begin() => Switch(on: true);

    public void End() => Switch(on: false);

    public void Add(TimeSpan took, string? wrong)
    {
        lock (_lock)
        {
            if (wrong is not null)
            {
                Errors++;
                if (_shown.Count < MostShown)
                    _shown.Add(wrong);
            }
            else if (_counting)
            {
                _milliseconds.Add(took.TotalMilliseconds);
            }
        }
    }

    /// <summary>The times of all counted turns, the shortest first.</summary>
    public double[] Sorted()
    {
        lock (_lock)
            return [.. _milliseconds.Order()];
    }

    private void Switch(bool on)
    {
        lock (_lock)
            _counting = on;
    }
}
