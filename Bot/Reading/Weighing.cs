namespace CoachBot.Reading;

// One case weighed: what every step comes to, and which words spoke for what. One is used again and again by one thread.
internal sealed class Weighing(LearntWeights weights, CaseFeatures features, ReadingRules rules, CueBook cues, bool withRules)
{
    // Learnt on what it is then asked about, it would be too sure of itself; this was found on cases it had not seen.
    public const double Sharpness = 0.8;
    private readonly int[] _stamp = new int[weights.Count];
    private readonly float[] _heads = new float[Heads.Width];
    private readonly double[] _kinds = new double[NextSteps.All.Count * Reasons.All.Count];
    private readonly double[] _steps = new double[NextSteps.All.Count];
    private readonly List<(Feature Feature, int Row)> _known = [];
    private readonly Sentences _sentences = new();
    private int _now;

    public Signs Signs { get; private set; } = null!;

    public Belief Belief { get; } = new();

    /// <summary>The features that something was learnt about, each once.</summary>
    public IReadOnlyList<(Feature Feature, int Row)> Known => _known;

    public void Weigh(NoCase no, (Meaning Towards, double Share)? example)
    {
        Signs = new Signs(no, rules, cues);
        features.Take(Signs, withRules);
        Sum();
        Belief.Take(_heads, Sharpness);
        if (example is { } added)
            Belief.Lean(added.Towards, added.Share);
        Array.Clear(_kinds);
        Array.Clear(_steps);
        Belief.Weigh(no, way =>
        {
            _kinds[((int)way.Kind.Step * Reasons.All.Count) + (int)way.Kind.Reason] += way.Likely;
            _steps[(int)way.Kind.Step] += way.Likely;
        });
    }

    public double Likely(NextStep step) => _steps[(int)step];

    public Reason LikeliestReason(NextStep step)
    {
        var kinds = _kinds.AsSpan((int)step * Reasons.All.Count, Reasons.All.Count);
        var best = 0;
        for (var reason = 1; reason < kinds.Length; reason++)
        {
            if (kinds[reason] > kinds[best])
                best = reason;
        }

        return (Reason)best;
    }

    /// <summary>How much a feature says for a head and against the others.</summary>
    public double For(int head, int row)
    {
        double its = 0, others = 0;
        foreach (var (about, weight) in weights.Row(row))
        {
            if (about == head)
                its = weight;
            else if (about < Meanings.All.Count)
                others += weight;
        }

        return head < Meanings.All.Count ? its - (others / (Meanings.All.Count - 1)) : its;
    }

    private void Sum()
    {
        RuleSay.Begin(_heads);
        if (withRules)
            RuleSay.Add(Signs, weights, _heads);
        _known.Clear();
        _sentences.Begin(features.Sentences);
        _now++;
        foreach (var feature in features.Found)
        {
            var row = weights.Find(feature.Hash);
            if (row < 0)
                continue;
            if (feature.Sentence >= 0)
                weights.AddScaled(row, feature.InSentence, _sentences.Of(feature.Sentence));
            if (_stamp[row] == _now)
                continue;
            _stamp[row] = _now;
            _known.Add((feature, row));
            weights.AddScaled(row, feature.Value, _heads);
        }

        _sentences.AddTo(_heads);
    }
}
