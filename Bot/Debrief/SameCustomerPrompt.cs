using CoachBot.Flows;
using CoachBot.FollowUps;

namespace CoachBot.Debrief;

/// <summary>Is this the customer who asked for no contact? Until the rep has said, it is.</summary>
public sealed class SameCustomerPrompt(DebriefTools tools) : DebriefPrompt(Name, tools)
{
    public const string Name = "same-customer";
    public const string Yes = "yes";
    public const string No = "no";

    protected override Question QuestionOf(DebriefCase no) =>
        new(Name, QuestionKind.Choice, Tools.Phrases.Say(FollowUpWords.SameCustomer, ("text", no.Contact?.Name ?? no.Customer)))
        {
            Help = Tools.Phrases.Say(FollowUpWords.SameHelp),
            Options =
            [
                new QuestionOption(Yes, Tools.Phrases.Say(FollowUpWords.SameYes), [.. Tools.Commands.Typed("yes")]),
                new QuestionOption(No, Tools.Phrases.Say(FollowUpWords.SameNo), [.. Tools.Commands.Typed("no")]),
            ],
        };
}
