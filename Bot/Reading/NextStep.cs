namespace CoachBot.Reading;

/// <summary>What the rep does next: the eight of the coaching method.</summary>
public enum NextStep { AskWhy, AnswerOnce, Nurture, CheckFollowUp, HonourNo, CloseGracefully, SupportChoice, BackOff }

/// <summary>The three families that the eight next steps belong to.</summary>
public enum StepFamily { AskingWhy, CheckingFollowUp, ClosingGracefully }

/// <summary>The next steps under the keys that the method, the cases and Prompts/ use.</summary>
public static class NextSteps
{
    private static readonly Keys<NextStep> Names = new(
        (NextStep.AskWhy, "ask-why"), (NextStep.AnswerOnce, "answer-once"), (NextStep.Nurture, "nurture"),
        (NextStep.CheckFollowUp, "check-follow-up"), (NextStep.HonourNo, "honour-no"),
        (NextStep.CloseGracefully, "close-gracefully"), (NextStep.SupportChoice, "support-choice"), (NextStep.BackOff, "back-off"));

    public static IReadOnlyList<NextStep> All => Names.All;

    public static string Key(this NextStep step) => Names.Key(step);

    public static bool TryParse(string? key, out NextStep step) => Names.TryParse(key, out step);

    public static StepFamily Family(this NextStep step) => step switch
    {
        NextStep.AskWhy or NextStep.AnswerOnce or NextStep.Nurture => StepFamily.AskingWhy,
        NextStep.CheckFollowUp or NextStep.HonourNo => StepFamily.CheckingFollowUp,
        _ => StepFamily.ClosingGracefully,
    };

    /// <summary>Whether the step reaches out to the customer again; after an unheard request for silence that is a push.</summary>
    public static bool ReachesOut(this NextStep step) =>
        step is NextStep.AskWhy or NextStep.AnswerOnce or NextStep.Nurture or NextStep.CheckFollowUp;
}
