using CoachBot.Flows;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace CoachBot.Debrief;

/// <summary>A question to which a date may be typed: it is read as the rep whose turn it is means it.</summary>
public abstract class DatePrompt(string id, CaseFollowUp followUp, DebriefTools tools) : DebriefPrompt(id, tools)
{
    protected CaseFollowUp FollowUp { get; } = followUp;

    protected override async Task<PromptRecognizerResult<IReadOnlyList<Answer>>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        var no = await Tools.Desk.CurrentAsync(turnContext, cancellationToken);
        no.ReadDate = said => FollowUp.Read(turnContext, no, said);
        return await base.OnRecognizeAsync(turnContext, state, options, cancellationToken);
    }
}
