namespace CoachBot.Reading;

// What rules and cues say that nothing was learnt about yet: so that a rule which a person adds counts as it is written
// from the next start on. Learning then finds how far each is to be believed.
internal static class RuleSay
{
    private const float NothingIsSaid = 4;
    private const float DrewBack = 2;
    private const float Silence = 6;
    private const float ShowedAnger = 4.5f;
    private static readonly float[] Unheard = Start();

    public static void Begin(Span<float> heads) => Unheard.CopyTo(heads);

    public static void Add(Signs signs, LearntWeights learnt, Span<float> heads)
    {
        foreach (var hit in signs.Hits)
        {
            var much = hit.Strength switch { Strength.Strong => 6f, Strength.Clear => 4f, _ => 2f };
            if (HeadOf(hit.Rule) is { } head && !Known("rule=", hit.Rule.Key))
                heads[head] = Math.Max(heads[head], Unheard[head] + much);
        }

        // Nothing told at all, where words would have been written: that is silence.
        if (signs.NothingSaid && signs.Case.Channel == ContactChannel.Message && signs.Case.Body.Length == 0)
            heads[Heads.Withdrew] += Silence;
        if (Known("cues=", CueGroup.Withdrew.Key()))
            return;
        var open = signs.OpenedUp.Count + (signs.Has(Signal.Innocent) ? 1 : 0);
        if (signs.Withdrew.Count > open)
            heads[Heads.Withdrew] += DrewBack;
        if (signs.Display is not null && open == 0)
            heads[Heads.OpenAnger] += ShowedAnger;

        bool Known(string kind, string key) => learnt.Find(FeatureHash.Empty.Then(kind).Then(key).Value) >= 0;
    }

    private static int? HeadOf(ReadingRule rule) => rule.Signal switch
    {
        Signal.LaterDate => Heads.DateNamed,
        Signal.Answered => Heads.StillNo,
        _ => rule.SpeaksFor is [var likeliest, ..] ? (int)likeliest : null,
    };

    private static float[] Start()
    {
        var heads = new float[Heads.Width];
        heads[(int)Meaning.Nothing] = NothingIsSaid;
        heads[Heads.Withdrew] = heads[Heads.DateNamed] = -1;
        heads[Heads.OpenAnger] = -3;
        heads[Heads.StillNo] = heads[Heads.Continuing] = -4;
        return heads;
    }
}
