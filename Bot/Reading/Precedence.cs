using System.Globalization;

namespace CoachBot.Reading;

// The coaching method's precedence, strongest first, each as a rule that may put forward a next step.
// A candidate that is only a hint decides nothing as long as a later one has more to say.
internal static class Precedence
{
    private static readonly Func<Signs, Candidate?>[] InOrder =
    [
        AskedForNoContact, Angered, SettledOnSomethingElse, ConsideredNo, HeardAndStillNo, AboutTime, CanBeAnswered, DrewBack, NothingBehindIt,
    ];

    public static List<Candidate> Candidates(Signs signs) => [.. InOrder.Select(rule => rule(signs)).OfType<Candidate>()];

    private static Candidate? AskedForNoContact(Signs signs) =>
        Candidate.From(NextStep.HonourNo, Reason.NoContact, signs.Of(Signal.NoContact));

    private static Candidate? Angered(Signs signs)
    {
        var words = signs.Strength(Signal.Anger);
        var soothed = signs.Has(Signal.Soothing) || signs.Has(Signal.Innocent) || signs.OpenedUp.Count > 0;
        var strength = (words, signs.Display is not null, signs.Irritated.Count > 0) switch
        {
            (Strength.Strong, _, _) when !soothed => Strength.Strong,
            (Strength.Strong or Strength.Clear, true, _) => Strength.Strong,
            (Strength.Strong, _, true) => Strength.Strong,
            (Strength.Clear, _, true) when !soothed => Strength.Clear,
            (_, true, _) when !soothed => Strength.Clear,
            (Strength.Strong, _, _) => Strength.Clear,
            _ when Capitals(signs.Case.Said) && !soothed => Strength.Clear,
            (Strength.Clear, _, _) when !soothed => Strength.Clear,
            (Strength.None, false, false) => Strength.None,
            _ => Strength.Hint,
        };
        if (strength == Strength.None)
            return null;
        IReadOnlyList<Evidence> evidence = [.. signs.Of(Signal.Anger).Select(h => h.Evidence), .. Shown(signs).Select(s => s.Evidence)];
        return new Candidate(NextStep.BackOff, Reason.Irritated, strength, [.. evidence.Distinct().Take(4)], evidence.Count > 0 ? evidence[0].Rule : "capitals") { Cues = [.. Shown(signs)] };
    }

    private static IEnumerable<SeenCue> Shown(Signs signs) => signs.Display is { } display ? signs.Irritated.Prepend(display).Distinct() : signs.Irritated;

    private static Candidate? SettledOnSomethingElse(Signs signs) =>
        Candidate.From(NextStep.SupportChoice, Reason.ChoseOther, signs.Of(Signal.ChoseOther), Unless(signs, signs.Strength(Signal.ChoseOther)));

    private static Candidate? ConsideredNo(Signs signs)
    {
        var strength = Unless(signs, signs.Strength(Signal.ConsideredNo));
        if (strength < Strength.Strong && signs.Strength(Signal.LaterDate) == Strength.Strong)
            strength = Lower(strength);
        return Candidate.From(NextStep.CloseGracefully, signs.ReasonOf(Signal.ConsideredNo) ?? Reason.NoNeed, signs.Of(Signal.ConsideredNo), strength);
    }

    // A visible misunderstanding is not yet a decision.
    private static Strength Unless(Signs signs, Strength strength) =>
        signs.Strength(Signal.Unanswered) == Strength.Strong ? Lower(strength) : strength;

    private static Strength Lower(Strength strength) => strength > Strength.Hint ? Strength.Hint : strength;

    private static Candidate? HeardAndStillNo(Signs signs)
    {
        var no = signs.Case;
        var firmDate = signs.Strength(Signal.LaterDate) == Strength.Strong && !signs.Has(Signal.Slipping);
        var reason = signs.ReasonOf(Signal.Objection, Signal.Later, Signal.LaterDate, Signal.ConsideredNo) ?? Reason.NoneGiven;
        if (no.AskedWhy && signs.Has(Signal.Answered) && !signs.Has(Signal.Unanswered))
            return Candidate.From(NextStep.CloseGracefully, reason, signs.Of(Signal.Answered));
        if (firmDate || (no.Noes < 3 && no.TimeWorthIt))
            return null;
        List<Evidence> evidence = [];
        if (no.Noes >= 3)
            evidence.Add(new Evidence("noes", no.Noes.ToString(CultureInfo.InvariantCulture), "noes.three-or-more"));
        if (!no.TimeWorthIt)
            evidence.Add(new Evidence("worth", "false", "worth.not-any-more"));
        return new Candidate(NextStep.CloseGracefully, reason, Strength.Clear, evidence, evidence[0].Rule);
    }

    private static Candidate? AboutTime(Signs signs) => Candidate.From(
        NextStep.Nurture, signs.ReasonOf(Signal.Later) ?? Reason.Timing, signs.Of(Signal.Later).Concat(signs.Of(Signal.LaterDate)).OrderByDescending(h => h.Strength));

    private static Candidate? CanBeAnswered(Signs signs) => Candidate.From(
        NextStep.AnswerOnce, signs.ReasonOf(Signal.Objection) ?? Reason.Misunderstood,
        signs.Of(Signal.Objection).Concat(signs.Of(Signal.Unanswered)).OrderByDescending(h => h.Strength));

    private static Candidate? DrewBack(Signs signs)
    {
        var silent = signs.NothingSaid && signs.Case.Channel == ContactChannel.Message;
        if (signs.Withdrew.Count == 0)
            return silent ? new Candidate(NextStep.CheckFollowUp, Reason.NoneGiven, Strength.Clear, [], "silence") : null;
        var open = signs.OpenedUp.Count + (signs.Has(Signal.Innocent) ? 1 : 0);
        return new Candidate(
            NextStep.CheckFollowUp, Reason.NoneGiven, signs.Withdrew.Count > open || silent ? Strength.Clear : Strength.Hint,
            [.. signs.Withdrew.Select(s => s.Evidence).Take(4)], "body.withdrew")
        { Cues = signs.Withdrew };
    }

    private static Candidate NothingBehindIt(Signs signs)
    {
        var evidence = signs.Of(Signal.PlainNo).Concat(signs.Of(Signal.Vague)).Select(h => h.Evidence).Distinct().Take(2).ToList();
        return signs.Case.AskedWhy
            ? new Candidate(NextStep.CloseGracefully, Reason.NoneGiven, Strength.Hint, evidence, "asked.no-answer")
            : new Candidate(NextStep.AskWhy, Reason.NoneGiven, Strength.Hint, evidence, "nothing-behind-it") { Cues = signs.OpenedUp };
    }

    // Three words or more, all of them in capitals.
    private static bool Capitals(string said)
    {
        var words = 0;
        foreach (var range in said.AsSpan().SplitAny(' ', '\n', ','))
        {
            var word = said.AsSpan(range);
            var letters = 0;
            foreach (var c in word)
            {
                if (char.IsLower(c))
                    return false;
                letters += char.IsUpper(c) ? 1 : 0;
            }

            words += letters > 1 ? 1 : 0;
        }

        return words >= 3;
    }
}
