using System.Globalization;

namespace CoachBot.Reading;

// Why it reads so: the rep's own words that decided, with the rule behind each.
internal static class Explanation
{
    private const int MostSpans = 3;
    // A letter more must be worth it, or a whole text would be quoted.
    private const double Toll = 0.012;

    public static IReadOnlyList<Evidence> Of(Weighing weighing, NextStep step, Reason reason)
    {
        var no = weighing.Signs.Case;
        if (step == NextStep.CheckFollowUp)
            return Body(weighing, Heads.Withdrew, "body.withdrew", no.Said.Any(char.IsLetterOrDigit) ? null : "silence");
        List<Evidence> evidence = [];
        if (MeaningBehind(weighing.Belief, step, reason) is { } meaning && meaning != Meaning.Nothing)
        {
            var continuing = step == NextStep.SupportChoice && weighing.Belief.Continuing > weighing.Belief.Meaning[(int)meaning];
            evidence.AddRange(continuing ? Words(weighing, meaning, Heads.Continuing, "learnt.continuing") : Words(weighing, meaning, (int)meaning, "learnt." + meaning.Key()));
        }

        if (step == NextStep.BackOff && weighing.Belief.Shown[(int)Shown.OpenAnger] > 0.3)
            evidence.AddRange(Body(weighing, Heads.OpenAnger, "body.open-display", null));
        if (step == NextStep.Nurture && weighing.Belief.DateNamed > 0.5)
            evidence.AddRange(weighing.Signs.Of(Signal.LaterDate).Select(h => h.Evidence).DefaultIfEmpty(new Evidence("said", "", ReadingRules.DateNamed)));
        if (step == NextStep.CloseGracefully)
            evidence.AddRange(Facts(no));
        return [.. evidence.Distinct()];
    }

    private static Meaning? MeaningBehind(Belief belief, NextStep step, Reason reason)
    {
        Meaning? best = null;
        foreach (var meaning in Meanings.All)
        {
            if (meaning.Reason() == reason && (best is null || belief.Meaning[(int)meaning] > belief.Meaning[(int)best]))
                best = meaning;
        }

        return step == NextStep.AskWhy ? null : best;
    }

    private static IEnumerable<Evidence> Words(Weighing weighing, Meaning meaning, int head, string learnt)
    {
        var met = weighing.Signs.Hits.Where(h => h.Rule.SpeaksFor.Contains(meaning)).OrderByDescending(h => h.Strength).Select(h => h.Evidence).Distinct().Take(MostSpans).ToList();
        foreach (var (field, text) in new[] { (Fields.Said, weighing.Signs.Case.Said), (Fields.Why, weighing.Signs.Case.Why) })
        {
            foreach (var span in Spans(weighing, head, field, text))
            {
                if (!met.Exists(m => m.Quote.Contains(span, StringComparison.Ordinal) || span.Contains(m.Quote, StringComparison.Ordinal)))
                    met.Add(new Evidence(ReadingRule.FieldKey(field), span, learnt));
            }
        }

        return met.Where(m => !met.Exists(o => o.Quote.Length > m.Quote.Length && o.Quote.Contains(m.Quote, StringComparison.Ordinal))).Take(MostSpans + 1);
    }

    private static IReadOnlyList<Evidence> Body(Weighing weighing, int head, string rule, string? instead)
    {
        var seen = (head == Heads.Withdrew ? weighing.Signs.Withdrew : weighing.Signs.ShowedAnger).Select(s => s.Evidence).Distinct().Take(MostSpans + 1).ToList();
        if (seen.Count == 0)
            seen.AddRange(Spans(weighing, head, Fields.Body, weighing.Signs.Case.Body).Select(s => new Evidence("body", s, rule)));
        if (seen.Count == 0 && instead is not null)
            seen.Add(new Evidence("said", "", instead));
        return seen;
    }

    private static IEnumerable<Evidence> Facts(NoCase no)
    {
        if (no.Noes >= 3)
            yield return new Evidence("noes", no.Noes.ToString(CultureInfo.InvariantCulture), "noes.three-or-more");
        if (!no.TimeWorthIt)
            yield return new Evidence("worth", "false", "worth.not-any-more");
    }

    // The stretch of a text whose words speak most for something, and the next one if it says nearly as much.
    private static IEnumerable<string> Spans(Weighing weighing, int head, Fields field, string text)
    {
        var speaks = new double[text.Length];
        foreach (var (feature, row) in weighing.Known)
        {
            if (feature.Field != field)
                continue;
            var each = weighing.For(head, row) * feature.Value / Math.Max(1, feature.End - feature.Start);
            for (var at = feature.Start; at < feature.End; at++)
                speaks[at] += each;
        }

        var least = 0.0;
        for (var found = 0; found < 2; found++)
        {
            var (from, to, much) = Best(speaks);
            if (much < Math.Max(0.25, least))
                yield break;
            yield return text[from..to].Trim();
            least = much * 0.6;
            Array.Clear(speaks, from, to - from);
        }
    }

    private static (int From, int To, double Much) Best(double[] speaks)
    {
        (int From, int To, double Much) best = (0, 0, 0);
        int from = 0;
        var sum = 0.0;
        for (var at = 0; at < speaks.Length; at++)
        {
            if (sum <= 0)
                (from, sum) = (at, 0);
            sum += speaks[at] - Toll;
            if (sum > best.Much)
                best = (from, at + 1, sum);
        }

        return best;
    }
}
