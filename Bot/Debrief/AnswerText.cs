using CoachBot.Flows;

namespace CoachBot.Debrief;

/// <summary>An answer in words, as the rep would say it.</summary>
internal static class AnswerText
{
    public static string Of(Question question, Answer answer, DebriefTools tools)
    {
        if (question.Kind == QuestionKind.Cues)
            return CuesOf(answer, tools);
        if (answer.Text.Length > 0)
            return answer.Text;
        return answer.Chosen switch
        {
            "nothing" when question.Nothing is not null => question.Nothing,
            { } chosen => question.Options.FirstOrDefault(o => o.Id == chosen)?.Says ?? chosen,
            null => question.Skip ?? tools.Phrases.Say(DebriefWords.LeftOpen),
        };
    }

    private static string CuesOf(Answer answer, DebriefTools tools)
    {
        var seen = answer.Options.Select(id => tools.Cues.Find(id)?.Says).OfType<string>();
        var text = string.Join(", ", answer.Text.Length > 0 ? [answer.Text] : seen);
        return text.Length > 0 ? text : tools.Phrases.Say(FlowWords.CuesNone);
    }
}
