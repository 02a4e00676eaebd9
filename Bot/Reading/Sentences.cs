namespace CoachBot.Reading;

// What each sentence of a case says by itself. In a long story one sentence decides, so for each meaning the sentence
// that speaks most for it counts, softly: the logarithm of the sum of the exponentials.
internal sealed class Sentences
{
    private float[] _says = [];
    private double[] _shares = [];
    private int _count;

    public void Begin(int count)
    {
        _count = count;
        if (_says.Length < count * Heads.Width)
        {
            _says = new float[count * Heads.Width];
            _shares = new double[count * Heads.Width];
        }

        _says.AsSpan(0, count * Heads.Width).Clear();
    }

    public Span<float> Of(int sentence) => _says.AsSpan(sentence * Heads.Width, Heads.Width);

    /// <summary>How much of what the case says for a meaning comes from a sentence; after <see cref="AddTo"/>.</summary>
    public double Share(int sentence, int meaning) => _shares[(sentence * Heads.Width) + meaning];

    public void AddTo(Span<float> heads)
    {
        for (var meaning = 0; meaning < Meanings.All.Count && _count > 0; meaning++)
        {
            var most = float.NegativeInfinity;
            for (var s = 0; s < _count; s++)
                most = Math.Max(most, Of(s)[meaning]);
            var sum = 0.0;
            for (var s = 0; s < _count; s++)
                sum += _shares[(s * Heads.Width) + meaning] = Exponential.Of(Of(s)[meaning] - most);
            for (var s = 0; s < _count; s++)
                _shares[(s * Heads.Width) + meaning] /= sum;
            heads[meaning] += most + (float)Exponential.Log(sum);
        }
    }
}
