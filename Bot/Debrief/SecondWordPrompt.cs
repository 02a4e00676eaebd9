using CoachBot.Flows;
using CoachBot.FollowUps;

namespace CoachBot.Debrief;

/// <summary>A second word for a customer who is somebody else than the one who asked for no contact: "bakery".</summary>
public sealed class SecondWordPrompt(DebriefTools tools) : DebriefPrompt(Name, tools)
{
    public const string Name = "second-word";

    protected override Question QuestionOf(DebriefCase no) =>
        new(Name, QuestionKind.Text, Tools.Phrases.Say(FollowUpWords.SecondWord, ("customer", no.CustomerOr(""))))
        {
            Help = Tools.Phrases.Say(FollowUpWords.SecondWordHelp),
            Longest = 60,
        };
}
