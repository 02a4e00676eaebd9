namespace CoachBot.Reading;

/// <summary>A next step and the reason that decides it.</summary>
public readonly record struct StepAndReason(NextStep Step, Reason Reason);

// The coaching method's precedence, strongest first: what follows from what the words mean, what the body showed,
// whether they named a date to come back at, whether the reason was answered and it is still no, whether it is a
// customer who goes on with the rest, and the plain facts.
internal static class Precedence
{
    public static StepAndReason Decide(NoCase no, Meaning meaning, Shown shown, bool dateNamed, bool stillNo, bool continuing)
    {
        // Three and more noes, or the time is past its worth: what is not decided by then ends well.
        var spent = no.Noes >= 3 || !no.TimeWorthIt;
        var step = meaning switch
        {
            Meaning.NoContact => NextStep.HonourNo,
            _ when meaning == Meaning.Angry || shown == Shown.OpenAnger => NextStep.BackOff,
            Meaning.ChoseOther => NextStep.SupportChoice,
            _ when continuing && meaning.IsDecided() => NextStep.SupportChoice,
            Meaning.NoNeed or Meaning.NotForThem or Meaning.CannotPay or Meaning.NoBudgetEver => NextStep.CloseGracefully,
            Meaning.Timing or Meaning.Budget or Meaning.Waiting =>
                dateNamed || !(spent || (stillNo && no.AskedWhy)) ? NextStep.Nurture : NextStep.CloseGracefully,
            _ when spent || stillNo => NextStep.CloseGracefully,
            Meaning.Price or Meaning.Misunderstood or Meaning.Confused or Meaning.Objection => NextStep.AnswerOnce,
            _ when shown == Shown.Withdrew => NextStep.CheckFollowUp,
            _ => no.AskedWhy ? NextStep.CloseGracefully : NextStep.AskWhy,
        };
        return new StepAndReason(step, step switch
        {
            NextStep.BackOff => Reason.Irritated,
            NextStep.SupportChoice => Reason.ChoseOther,
            _ => meaning.Reason(),
        });
    }
}
