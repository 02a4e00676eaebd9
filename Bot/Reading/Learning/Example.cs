namespace CoachBot.Reading.Learning;

// What the body showed never says by itself that a no is final.
internal readonly record struct FeatureValue(ulong Hash, float Value, bool OfTheBody);

internal sealed record ExampleFeatures(FeatureValue[] Whole, FeatureValue[][] Sentences);

// Something to learn from, with its answer: a whole case, or a saying by itself.
internal abstract record Example(string Origin, NoCase Case, ExampleFeatures Features)
{
    /// <summary>How well a way of reading fits the answer: 1 does, next to 0 does not.</summary>
    public abstract double Fits(Outcome way);
}

internal sealed record LabelledCase(string Origin, NoCase Case, ExampleFeatures Features, StepAndReason Answer, bool Hard)
    : Example(Origin, Case, Features)
{
    // The right step for another reason is better than another step, and a label may be wrong.
    public override double Fits(Outcome way) => way.Kind == Answer ? 1 : way.Kind.Step == Answer.Step ? 0.01 : 1e-5;
}

internal sealed record Saying(string Origin, NoCase Case, ExampleFeatures Features, Meaning? Meaning, Shown? Shown, bool? DateNamed, bool StillNo, bool Continuing)
    : Example(Origin, Case, Features)
{
    private const double Hardly = 1e-4;

    public override double Fits(Outcome way)
    {
        if (Shown is { } shown)
            return way.Shown == shown ? 1 : Hardly;
        if (StillNo)
            return way.Still == 1 ? 1 : Hardly;
        return way.Still == 0 && FitsMeaning(way) && (DateNamed is null || way.Date == (DateNamed.Value ? 1 : 0)) ? 1 : Hardly;
    }
    // Before there was a word for customers who go on without the extra, they were labelled as having settled on something else.
    private bool FitsMeaning(Outcome way)
    {
        if (way.Continuing == 1 && way.Meaning.IsDecided())
            return Continuing || Meaning == Reading.Meaning.ChoseOther;
        return !Continuing && way.Meaning == Meaning;
    }
}
