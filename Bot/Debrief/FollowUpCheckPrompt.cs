using CoachBot.Flows;
using CoachBot.FollowUps;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace CoachBot.Debrief;

/// <summary>Says a date back before anything is planned with it; another date, typed in its place, is said back in turn.</summary>
public sealed class FollowUpCheckPrompt(CaseFollowUp followUp, DebriefTools tools) : DatePrompt(Name, followUp, tools)
{
    public const string Name = "follow-up-check";
    public const string Yes = "yes", Another = "another", No = "no", Instead = "instead";

    protected override Question QuestionOf(DebriefCase no) =>
        new(Name, QuestionKind.Choice, no.Checked ?? "")
        {
            Help = Tools.Phrases.Say(FollowUpWords.Help),
            Options =
            [
                new QuestionOption(Yes, Tools.Phrases.Say(FollowUpWords.CheckYes), [.. Tools.Commands.Typed("yes")]),
                new QuestionOption(Another, Tools.Phrases.Say(FollowUpWords.CheckAnother), [.. Tools.Commands.Typed("no")]),
                new QuestionOption(No, Tools.Phrases.Say(FollowUpWords.Skip), []),
            ],
        };

    protected override async Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        var no = await Tools.Desk.CurrentAsync(turnContext, cancellationToken);
        no.Checked = FollowUp.SayBack(turnContext, no);
        await base.OnPromptAsync(turnContext, state, options, isRetry, cancellationToken);
    }

    protected override IReadOnlyList<Answer>? Hear(DebriefCase no, Question question, string text) =>
        AnswerReader.Exactly(question, text) is null && no.ReadDate!(text).Date is { } date
            ? [new Answer(FollowUpPrompt.Name, text.Trim(), [date.ToString()]), Answer.Of(Name, Instead)]
            : base.Hear(no, question, text);
}
