using System.Globalization;
using CoachBot.Flows;
using CoachBot.Reading;

namespace CoachBot.Debrief;

/// <summary>Turns what the customer answered into the next round of the same case.</summary>
internal static class CaseRound
{
    public static void Fold(DebriefCase no, int noesSoFar)
    {
        var saidNow = no.Answers.Find("said-now");
        var outcome = no.Answers.Find("still-no")?.Chosen;
        var chose = no.Answers.Find("chose")?.Chosen;
        if (no.Step is { } step && no.Reason is { } reason)
            no.Rounds.Add(new DebriefRound(no.Answers.TextOf("said"), step, reason));

        no.Answers.Drop("said-now", "still-no", "chose", "doubt", "verdict", "words", "commitment", FollowUpPrompt.Name, FollowUpCheckPrompt.Name);
        no.GoesOn = false;
        no.Won = outcome == "they-said-yes";
        if (saidNow is not null)
            no.Answers.Drop("said");
        // What the body showed then says nothing about what was said now.
        no.Answers.Keep(Answer.Open("body"));
        no.Answers.Keep(Answer.Open("reply"));
        if (outcome == "another-no")
            no.Answers.Keep(new Answer("noes", (noesSoFar + 1).ToString(CultureInfo.InvariantCulture), []));
        if (no.Asked.Contains(NextStep.AskWhy))
        {
            no.Answers.Keep(Answer.Of("why-asked", "yes"));
            if (no.Step == NextStep.AskWhy && saidNow is not null)
                no.Answers.Keep(saidNow with { Question = "why" });
        }

        no.Settled = no.Answers.Given.Count;
        if (saidNow is not null)
            no.Answers.Keep(saidNow with { Question = "said" });
        if (ChosenKind(chose) is { } kind)
            no.Answers.Keep(Answer.Of("verdict", kind));
        (no.Step, no.Reason) = (null, null);
    }

    // What they chose when asked about follow-up is their own clear word; it needs no reading.
    private static string? ChosenKind(string? chose) => chose switch
    {
        "off-the-list" => "honour-no.no-contact",
        "yes-please" => "nurture.timing",
        _ => null,
    };
}
