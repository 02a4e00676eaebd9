using CoachBot.Flows;

namespace CoachBot.Debrief;

/// <summary>One thing that the rep will do now.</summary>
public sealed class CommitmentPrompt(DebriefTools tools) : DebriefPrompt(Name, tools)
{
    public const string Name = "commitment";

    protected override Question QuestionOf(DebriefCase no) => new(Name, QuestionKind.Text, Tools.Phrases.Say(DebriefWords.CommitmentAsk))
    {
        Help = Tools.Phrases.Say(DebriefWords.CraftOwnWords),
        Optional = true,
        Skip = Tools.Phrases.Say(DebriefWords.CommitmentSkip),
        Options = [.. Tools.Scripts.Craft(no).Commitments.Select(c => new QuestionOption(c.Id, c.Text, []))],
    };
}
