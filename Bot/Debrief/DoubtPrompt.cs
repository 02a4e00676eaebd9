using CoachBot.Flows;

namespace CoachBot.Debrief;

/// <summary>The one more question that is asked instead of bluffing.</summary>
public sealed class DoubtPrompt(DebriefTools tools) : DebriefPrompt(Name, tools)
{
    public const string Name = "doubt";

    protected override Question QuestionOf(DebriefCase no)
    {
        var doubt = Tools.Reader.Read(no).First.Doubt ?? throw new InvalidOperationException("There is no doubt to ask about.");
        var words = Tools.Rules.Doubts.First(d => d.Key == doubt.Key);
        return new Question(Name, QuestionKind.Choice, words.Question)
        {
            Help = Tools.Phrases.Say(DebriefWords.Doubt),
            Options = [.. words.Options.Select(o => new QuestionOption(Tools.Kinds.Of(o.Step, o.Reason).Id, o.Says, []))],
        };
    }

    protected override string Words(DebriefCase no, Question question) => $"{Tools.Phrases.Say(DebriefWords.Doubt)} {question.Ask}";
}
