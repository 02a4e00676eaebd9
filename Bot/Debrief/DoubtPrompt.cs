using CoachBot.Flows;
using CoachBot.Reading;

namespace CoachBot.Debrief;

/// <summary>The one more question that is asked instead of bluffing.</summary>
public sealed class DoubtPrompt(DebriefTools tools) : DebriefPrompt(Name, tools)
{
    public const string Name = "doubt";

    protected override Question QuestionOf(DebriefCase no)
    {
        // After a restart with other words in Prompts/ the doubt may be gone; whoever was asked is still asked something.
        var doubt = Tools.Reader.Read(no).First.Doubt;
        var words = Tools.Rules.Doubts.FirstOrDefault(d => d.Key == doubt?.Key) ?? Tools.Rules.Doubts[0];
        return new Question(Name, QuestionKind.Choice, words.Question)
        {
            Help = Tools.Phrases.Say(DebriefWords.Doubt),
            Options = [.. words.Options.Select(o => new QuestionOption(KindOf(o, doubt).Id, o.Says, []))],
        };
    }

    // What is known of the reason stands in the doubt; its words in Prompts/ only know what it is between.
    private NoKind KindOf(DoubtOptionWords words, Doubt? doubt) =>
        doubt?.Options.FirstOrDefault(o => o.Key == words.Key) is { } settles ? Tools.Kinds.Of(settles.Step, settles.Reason) : Tools.Kinds.Of(words.Step, words.Reason);

    protected override string Words(DebriefCase no, Question question) => $"{Tools.Phrases.Say(DebriefWords.Doubt)} {question.Ask}";
}
