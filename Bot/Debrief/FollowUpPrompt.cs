using CoachBot.Conversation;
using CoachBot.Flows;
using CoachBot.FollowUps;
using CoachBot.Storage.Tables;

namespace CoachBot.Debrief;

/// <summary>When to come back: a date in the rep's own words; one that cannot be read is asked back.</summary>
public sealed class FollowUpPrompt(CaseFollowUp followUp, DebriefTools tools) : DatePrompt(Name, followUp, tools)
{
    public const string Name = "follow-up";
    private const int Longest = 300;

    protected override Question QuestionOf(DebriefCase no)
    {
        var alone = CaseFollowUp.KindFor(no) == FollowUpKind.LookAgain;
        return new Question(Name, QuestionKind.Text, Tools.Phrases.Say(alone ? FollowUpWords.LookAsk : FollowUpWords.Ask))
        {
            Help = Tools.Phrases.Say(alone ? FollowUpWords.LookHelp : FollowUpWords.Help),
            Longest = Longest,
            Optional = true,
            Skip = Tools.Phrases.Say(alone ? FollowUpWords.LookSkip : FollowUpWords.Skip),
            Options = alone ? [Option("three-months", FollowUpWords.InThreeMonthsButton), Option("six-months", FollowUpWords.InSixMonthsButton)] : [],
        };
    }

    protected override IReadOnlyList<Answer>? Hear(DebriefCase no, Question question, string text) =>
        base.Hear(no, question, text) switch
        {
            [{ LeftOpen: false } answer] => Dated(no, answer.Text),
            var other => other,
        };

    protected override string Again(DebriefCase no, Question question) => no.DateAskedBack ?? base.Again(no, question);

    private static Answer[]? Dated(DebriefCase no, string said)
    {
        var (date, say) = no.ReadDate!(said);
        no.DateAskedBack = date is null ? say : null;
        return date is null ? null : [new Answer(Name, TypedText.Shorten(said, Longest), [date.ToString()])];
    }

    private QuestionOption Option(string id, string phrase) => new(id, Tools.Phrases.Say(phrase), []);
}
