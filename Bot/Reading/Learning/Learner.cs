using System.Runtime.Intrinsics;

namespace CoachBot.Reading.Learning;

// Learns how features speak for each head, by follow-the-regularized-leader: big steps for what is rare, no weight for
// what decides nothing. A labelled case tells only the step and the reason; every way of reading it that leads there by
// the precedence shares the credit, so the precedence itself is never learnt.
internal sealed class Learner
{
    private const int Rounds = 10;
    private const float Step = 0.15f;
    private const float Reluctance = 1.5f;
    private const float Decay = 1;
    private const float Agreed = 0.01f;
    private const int Seed = 7;
    private readonly Dictionary<ulong, int> _rows = [];
    private readonly List<(Example Example, Weighed[] Whole, Weighed[][] Sentences)> _examples = [];
    private readonly float[] _sums;
    private readonly float[] _squares;
    private readonly float[] _weights;
    private readonly float[] _heads = new float[Heads.Width];
    private readonly float[] _pull = new float[Heads.Width];
    private readonly double[] _told = new double[Heads.Count];
    private readonly float[] _share = new float[Heads.Width];
    private readonly Sentences _sentences = new();
    private readonly Belief _belief = new();

    /// <param name="examples">What to learn from.</param>
    /// <param name="leastSeen">Features of fewer examples are left out.</param>
    public Learner(IReadOnlyList<Example> examples, int leastSeen)
    {
        var seen = new Dictionary<ulong, int>();
        foreach (var example in examples)
        {
            foreach (var feature in example.Features.Whole)
                seen[feature.Hash] = seen.GetValueOrDefault(feature.Hash) + 1;
        }

        foreach (var example in examples)
            _examples.Add((example, Rows(example.Features.Whole), [.. example.Features.Sentences.Select(Rows)]));
        _sums = new float[_rows.Count * Heads.Width];
        _squares = new float[_rows.Count * Heads.Width];
        _weights = new float[_rows.Count * Heads.Width];

        Weighed[] Rows(FeatureValue[] features) =>
            [.. features.Where(f => seen[f.Hash] >= leastSeen).Select(f => new Weighed(RowOf(f.Hash), f.Value, f.OfTheBody))];
    }

    /// <summary>For each feature its weight for every head.</summary>
    public IReadOnlyDictionary<ulong, float[]> Learn()
    {
        var random = new Random(Seed);
        var order = Enumerable.Range(0, _examples.Count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var at in order)
                LearnFrom(_examples[at].Example, _examples[at].Whole, _examples[at].Sentences);
        }

        return _rows.ToDictionary(r => r.Key, r => _weights.AsSpan(r.Value * Heads.Width, Heads.Count).ToArray());
    }

    private int RowOf(ulong feature)
    {
        if (!_rows.TryGetValue(feature, out var row))
            _rows[feature] = row = _rows.Count;
        return row;
    }

    private void LearnFrom(Example example, Weighed[] whole, Weighed[][] sentences)
    {
        RuleSay.Begin(_heads);
        Sum(whole, _heads);
        _sentences.Begin(sentences.Length);
        for (var s = 0; s < sentences.Length; s++)
            Sum(sentences[s], _sentences.Of(s));
        _sentences.AddTo(_heads);
        _belief.Take(_heads, 1);
        if (Pull(example) < Agreed)
            return;
        Correct(whole, _pull, Heads.Count);
        for (var s = 0; s < sentences.Length; s++)
        {
            for (var meaning = 0; meaning < Meanings.All.Count; meaning++)
                _share[meaning] = _pull[meaning] * (float)_sentences.Share(s, meaning);
            Correct(sentences[s], _share, Meanings.All.Count);
        }
    }

    private void Sum(Weighed[] features, Span<float> heads)
    {
        foreach (var (row, value, _) in features)
        {
            var weights = _weights.AsSpan(row * Heads.Width, Heads.Width);
            for (var at = 0; at < Heads.Width; at += Vector256<float>.Count)
                (Vector256.Create<float>(heads[at..]) + (Vector256.Create<float>(weights[at..]) * value)).CopyTo(heads[at..]);
        }
    }

    private void Correct(Weighed[] features, float[] pull, int heads)
    {
        foreach (var (row, value, ofTheBody) in features)
        {
            for (var head = 0; head < heads; head++)
            {
                if (!ofTheBody || !IsFinal(head))
                    Correct((row * Heads.Width) + head, pull[head] * value);
            }
        }
    }

    // What only words can say.
    private static bool IsFinal(int head) =>
        (Meaning)head is Meaning.NoContact or Meaning.ChoseOther or Meaning.NoNeed or Meaning.NotForThem or Meaning.CannotPay or Meaning.NoBudgetEver;

    // For each head, how far it is from what the label says: what is believed now, less what is believed knowing the answer.
    private float Pull(Example example)
    {
        Array.Clear(_pull);
        var total = 0.0;
        Array.Clear(_told);
        _belief.Weigh(example.Case, way =>
        {
            var fits = example.Fits(way) * way.Likely;
            total += fits;
            _told[(int)way.Meaning] += fits;
            if (way.Shown != Shown.Nothing)
                _told[way.Shown == Shown.Withdrew ? Heads.Withdrew : Heads.OpenAnger] += fits;
            _told[Heads.DateNamed] += way.Date * fits;
            _told[Heads.StillNo] += way.Still * fits;
            _told[Heads.Continuing] += way.Continuing * fits;
        });
        var most = 0f;
        for (var head = 0; head < Heads.Count; head++)
        {
            _pull[head] = (float)(Believed(head) - (_told[head] / total));
            most = Math.Max(most, Math.Abs(_pull[head]));
        }

        return most;
    }

    private double Believed(int head) => head switch
    {
        Heads.Withdrew => _belief.Shown[(int)Shown.Withdrew],
        Heads.OpenAnger => _belief.Shown[(int)Shown.OpenAnger],
        Heads.DateNamed => _belief.DateNamed,
        Heads.StillNo => _belief.StillNo,
        Heads.Continuing => _belief.Continuing,
        _ => _belief.Meaning[head],
    };

    private void Correct(int at, float pull)
    {
        if (Math.Abs(pull) < 1e-3f)
            return;
        var before = MathF.Sqrt(_squares[at]);
        _squares[at] += pull * pull;
        var after = MathF.Sqrt(_squares[at]);
        _sums[at] += pull - ((after - before) / Step * _weights[at]);
        var over = Math.Abs(_sums[at]) - Reluctance;
        _weights[at] = over <= 0 ? 0 : -MathF.CopySign(over, _sums[at]) / (((1 + after) / Step) + Decay);
    }

    private readonly record struct Weighed(int Row, float Value, bool OfTheBody);
}
