using CoachBot.Flows;

namespace CoachBot.Debrief;

/// <summary>Both sides of the craft: was there something to handle differently, or was it not for them?</summary>
public sealed class CraftPrompt(DebriefTools tools) : DebriefPrompt(Name, tools)
{
    public const string Name = "craft";

    protected override Question QuestionOf(DebriefCase no)
    {
        var craft = Tools.Scripts.Craft(no);
        return new Question(Name, QuestionKind.Text, craft.Question)
        {
            Help = Tools.Phrases.Say(DebriefWords.CraftOwnWords),
            Optional = false,
            Options = [.. craft.Answers.Select(a => new QuestionOption(a.Id, a.Text, []))],
        };
    }
}
