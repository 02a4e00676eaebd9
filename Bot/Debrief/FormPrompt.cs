using CoachBot.Channels;
using CoachBot.Conversation;
using CoachBot.Flows;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoachBot.Debrief;

/// <summary>The whole flow on one card; what was left empty is asked one by one afterwards.</summary>
public sealed class FormPrompt(Flow flow, DebriefTools tools) : DebriefPrompt(Name, tools)
{
    public const string Name = "form";

    protected override Question QuestionOf(DebriefCase no) =>
        new(Name, QuestionKind.Text, Tools.Phrases.Say(FlowWords.FormTitle)) { Help = Tools.Phrases.Say(FlowWords.FormIntro) };

    protected override Activity Put(ITurnContext turn, DebriefCase no, Question question, string words, string nonce) => Tools.Questions.AskAll(flow, nonce);

    protected override Attachment Settled(ITurnContext turn, DebriefCase no, Question question, IReadOnlyList<Answer> answers) => Tools.Questions.Settled(question.Ask);

    protected override IReadOnlyList<Answer>? Hear(DebriefCase no, Question question, CardPress press)
    {
        if (press.Answer == "guided")
            return [Answer.Of(Name, "guided")];
        return [Answer.Of(Name, "sent"), .. flow.Questions.Select(q => Filled(q, press.Inputs)).OfType<Answer>()];
    }

    // Words instead of the form: they are kept, and the questions come one by one.
    protected override IReadOnlyList<Answer>? Hear(DebriefCase no, Question question, string text)
    {
        no.Opening = TypedText.Shorten(text, question.Longest, "");
        return [Answer.Of(Name, "guided")];
    }

    private Answer? Filled(Question question, IReadOnlyDictionary<string, string> inputs)
    {
        var value = inputs.GetValueOrDefault(question.Id, "").Trim();
        var own = inputs.GetValueOrDefault(QuestionCards.OtherOf(question), "").Trim();
        if (value.Length == 0 && own.Length == 0)
            return null;
        return question.Kind switch
        {
            QuestionKind.Cues => new Answer(question.Id, own, [.. QuestionCards.Several(value).Concat(Tools.Cues.FindIn(own).Select(c => c.Id)).Distinct()]),
            QuestionKind.Choice or QuestionKind.Count when question.Options.Any(o => o.Id == value) => Answer.Of(question.Id, value),
            _ => Tools.Answers.Read(question, value) ?? new Answer(question.Id, TypedText.Shorten(value, question.Longest, ""), []),
        };
    }
}
