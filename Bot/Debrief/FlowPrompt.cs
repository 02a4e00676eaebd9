using CoachBot.Channels;
using CoachBot.Flows;
using CoachBot.Reading;

namespace CoachBot.Debrief;

/// <summary>A question that stands in a flow file.</summary>
public sealed class FlowPrompt(Question question, DebriefTools tools) : DebriefPrompt(question.Id, tools)
{
    private const string Opening = "opening";

    protected override Question QuestionOf(DebriefCase no) =>
        question.Id == "said" && no.Opening.Length > 0
            ? question with { Options = [new QuestionOption(Opening, Tools.Phrases.Say(DebriefWords.UseOpening), Tools.Commands.Typed(Opening))] }
            : question;

    protected override string Words(DebriefCase no, Question question) =>
        question.AskWritten is not null && Tools.Reader.AnswersOf(no).Channel == ContactChannel.Message
            ? question.AskWritten
            : base.Words(no, question);

    protected override IReadOnlyList<Answer>? Hear(DebriefCase no, Question question, CardPress press)
    {
        if (question.Kind != QuestionKind.Cues || press.Answer != "ticked")
            return base.Hear(no, question, press);
        var own = press.Inputs.GetValueOrDefault("other", "").Trim();
        return [new Answer(question.Id, own, [.. QuestionCards.Ticked(press.Inputs).Concat(Tools.Cues.FindIn(own).Select(c => c.Id)).Distinct()])];
    }

    protected override IReadOnlyList<Answer>? Hear(DebriefCase no, Question question, string text) =>
        base.Hear(no, question, text) switch
        {
            [{ Chosen: Opening } answer] => [new Answer(answer.Question, no.Opening, [])],
            var answers => answers,
        };
}
