namespace CoachBot.Benchmarks.Promises;

/// <summary>
/// What a customer was promised, and nothing else: from the moment at which a rep reads "promised" until the moment at
/// which the rep sends "they came back", no message about that customer may be begun; the same for everything after
/// "stopped". It knows names, reps and moments, and nothing of how the program keeps them.
/// </summary>
public sealed class PromiseModel
{
    private readonly Lock _lock = new();
    private readonly HashSet<(int Rep, int Customer)> _promised = [];
    private readonly HashSet<int> _stopped = [];
    private readonly HashSet<(int Rep, int Customer)> _unsettled = [];
    private readonly List<string> _leaks = [];

    public int Promised { get; private set; }

    public int Lifted { get; private set; }

    public int Reminded { get; private set; }

    /// <summary>What was said although it must not have been; the first ones.</summary>
    public IReadOnlyList<string> Leaks => _leaks;

    /// <summary>A promise or its lifting is asked for; false while another of the same customer is not answered yet.</summary>
    public bool TryBegin(int rep, int? customer)
    {
        lock (_lock)
            return _unsettled.Add((rep, customer ?? -1));
    }

    /// <summary>The rep was told that the promise stands.</summary>
    public void ToldOfPromise(int rep, int customer)
    {
        lock (_lock)
        {
            Promised++;
            _promised.Add((rep, customer));
            _unsettled.Remove((rep, customer));
        }
    }

    /// <summary>The rep says that the customer came back: from here on they may be spoken of again.</summary>
    public void SaysCameBack(int rep, int customer)
    {
        lock (_lock)
            _promised.Remove((rep, customer));
    }

    public void ToldOfLifting(int rep, int customer)
    {
        lock (_lock)
        {
            Lifted++;
            _unsettled.Remove((rep, customer));
        }
    }

    public void ToldOfStop(int rep)
    {
        lock (_lock)
            _stopped.Add(rep);
    }

    public void SaysResume(int rep)
    {
        lock (_lock)
            _stopped.Remove(rep);
    }

    /// <summary>What was begun of this is answered; for a stop the customer is null.</summary>
    public void Settled(int rep, int? customer)
    {
        lock (_lock)
            _unsettled.Remove((rep, customer ?? -1));
    }

    /// <summary>A message that nobody asked for begins to go out.</summary>
    public void Reminds(int rep, IEnumerable<int> customers)
    {
        lock (_lock)
        {
            Reminded++;
            if (_stopped.Contains(rep))
                _leaks.Add($"rep {rep} was reminded after \"stopped\"");
            foreach (var customer in customers.Where(c => _promised.Contains((rep, c))))
                _leaks.Add($"rep {rep} was reminded of customer {customer} after \"promised\"");
        }
    }
}
