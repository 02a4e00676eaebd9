namespace CoachBot.Reading;

// How likely each meaning of the words, each thing that the body may show, and each fact is; and what follows from all
// of them together by the method's precedence.
internal sealed class Belief
{
    private readonly double[] _meaning = new double[Meanings.All.Count];
    private readonly double[] _shown = new double[3];
    private readonly double[] _dateNamed = new double[2];
    private readonly double[] _stillNo = new double[2];
    private readonly double[] _continuing = new double[2];

    public ReadOnlySpan<double> Meaning => _meaning;

    public ReadOnlySpan<double> Shown => _shown;

    public double DateNamed => _dateNamed[1];

    public double StillNo => _stillNo[1];

    public double Continuing => _continuing[1];

    /// <summary>Takes the sums of all heads as log-odds; sharpness below 1 makes it less sure.</summary>
    public void Take(ReadOnlySpan<float> heads, double sharpness)
    {
        Softmax(heads[..Meanings.All.Count], sharpness, _meaning);
        Softmax([0, heads[Heads.Withdrew], heads[Heads.OpenAnger]], sharpness, _shown);
        Softmax([0, heads[Heads.DateNamed]], sharpness, _dateNamed);
        Softmax([0, heads[Heads.StillNo]], sharpness, _stillNo);
        Softmax([0, heads[Heads.Continuing]], sharpness, _continuing);
    }

    /// <summary>Moves the meaning of the words towards one, by a share from 0 to 1; never away from a request for no contact.</summary>
    public void Lean(Meaning towards, double share)
    {
        var noContact = towards == Reading.Meaning.NoContact ? 0 : _meaning[(int)Reading.Meaning.NoContact];
        for (var m = 0; m < _meaning.Length; m++)
            _meaning[m] = ((1 - share) * _meaning[m]) + (m == (int)towards ? share * (1 - noContact) : 0);
        _meaning[(int)Reading.Meaning.NoContact] += share * noContact;
    }

    /// <summary>Every way it can be, with what follows from it and how likely that is.</summary>
    public void Weigh(NoCase no, Action<Outcome> each)
    {
        for (var m = 0; m < _meaning.Length; m++)
        {
            for (var way = 0; way < 24; way++)
            {
                var (shown, date, still, continuing) = (way / 8, way / 4 % 2, way / 2 % 2, way % 2);
                var likely = _meaning[m] * _shown[shown] * _dateNamed[date] * _stillNo[still] * _continuing[continuing];
                each(new Outcome((Meaning)m, (Shown)shown, date, still, continuing, Precedence.Decide(no, (Meaning)m, (Shown)shown, date == 1, still == 1, continuing == 1), likely));
            }
        }
    }

    private static void Softmax(ReadOnlySpan<float> heads, double sharpness, double[] into)
    {
        var most = double.NegativeInfinity;
        foreach (var head in heads)
            most = Math.Max(most, head);
        var sum = 0.0;
        for (var i = 0; i < into.Length; i++)
            sum += into[i] = Exponential.Of(sharpness * (heads[i] - most));
        for (var i = 0; i < into.Length; i++)
            into[i] /= sum;
    }
}

// One way that a case can be, what the method makes of it, and how likely it is.
internal readonly record struct Outcome(Meaning Meaning, Shown Shown, int Date, int Still, int Continuing, StepAndReason Kind, double Likely);

// The same on every machine, to the last bit, so that learning finds the same file everywhere; the platform's own is not.
internal static class Exponential
{
    private const double Ln2 = 0.6931471805599453;

    public static double Of(double x)
    {
        if (x < -700)
            return 0;
        var halvings = Math.Round(x / Ln2);
        var rest = x - (halvings * Ln2);
        double sum = 1, term = 1;
        for (var n = 1; n <= 14; n++)
        {
            term *= rest / n;
            sum += term;
        }

        return Math.ScaleB(sum, (int)halvings);
    }

    /// <summary>The natural logarithm of a number from 1 up.</summary>
    public static double Log(double x)
    {
        var guess = 0.0;
        while (x > 2)
            (x, guess) = (x / 2, guess + Ln2);
        var log = x - 1;
        for (var step = 0; step < 5; step++)
        {
            var back = Of(log);
            log += 2 * (x - back) / (x + back);
        }

        return guess + log;
    }
}
