using CoachBot.Channels;
using CoachBot.Conversation;
using CoachBot.Flows;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CoachBot.Debrief;

/// <summary>Puts one question of the debrief and hears its answer. It asks twice at most: then it takes the words as they are, so that nobody is stuck.</summary>
public abstract class DebriefPrompt(string id, DebriefTools tools) : Prompt<IReadOnlyList<Answer>>(id)
{
    protected DebriefTools Tools { get; } = tools;

    /// <summary>The question as it stands for this case.</summary>
    public Question QuestionFor(DebriefCase no) => QuestionOf(no);

    protected abstract Question QuestionOf(DebriefCase no);

    /// <summary>The message that puts the question.</summary>
    protected virtual Activity Put(ITurnContext turn, DebriefCase no, Question question, string words, string nonce) =>
        Tools.Questions.Ask(question, words, nonce, Tools.Reader.AnswersOf(no).Channel);

    /// <summary>What a press on the question's card means; null if it says nothing.</summary>
    protected virtual IReadOnlyList<Answer>? Hear(DebriefCase no, Question question, CardPress press) => press.Answer switch
    {
        { } chosen when question.Options.FirstOrDefault(o => o.Id == chosen) is { } option => [Answer.Of(question.Id, option.Id, question.Kind == QuestionKind.Choice ? "" : option.Says)],
        "skip" => [Answer.Open(question.Id)],
        "nothing" => [Answer.Of(question.Id, "nothing")],
        _ => null,
    };

    /// <summary>What typed words mean; null if they are no answer.</summary>
    protected virtual IReadOnlyList<Answer>? Hear(DebriefCase no, Question question, string text) =>
        Tools.Answers.Read(question, text) is { } answer ? [answer] : null;

    /// <summary>What stays of the card once it is answered.</summary>
    protected virtual Attachment Settled(ITurnContext turn, DebriefCase no, Question question, IReadOnlyList<Answer> answers) =>
        Tools.Questions.Settled(AnswerText.Of(question, answers[0], Tools));

    /// <summary>Said when the words were no answer.</summary>
    protected virtual string Again(DebriefCase no, Question question) => question.Retry ?? question.Ask;

    protected virtual string Words(DebriefCase no, Question question) =>
        question.Ask.Replace("{customer}", no.CustomerOr(Tools.Phrases.Say(DebriefWords.UnknownCustomer)), StringComparison.Ordinal);

    protected override async Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        var no = await Tools.Desk.CurrentAsync(turnContext, cancellationToken);
        var question = QuestionOf(no);
        if (isRetry && no.Live.Nonce is not null)
        {
            // The card with the buttons still stands above.
            await turnContext.SendActivityAsync(Again(no, question), cancellationToken: cancellationToken);
            return;
        }

        if (!isRetry)
            (no.Asking, no.Tries) = (question.Id, 0);
        var nonce = LiveCards.Renew(no, no.Live, question.Id);
        var message = Put(turnContext, no, question, isRetry ? Again(no, question) : Words(no, question), nonce);
        await LiveCards.SendAsync(turnContext, no.Live, message, cancellationToken);
    }

    protected override async Task<PromptRecognizerResult<IReadOnlyList<Answer>>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        var no = await Tools.Desk.CurrentAsync(turnContext, cancellationToken);
        var question = QuestionOf(no);
        var heard = CardPress.Of(turnContext) is { } press
            ? Hear(no, question, press)
            : Hear(no, question, turnContext.Activity.Text ?? "") ?? AsItIs(no, question, turnContext.Activity.Text);
        if (heard is null)
            return new PromptRecognizerResult<IReadOnlyList<Answer>> { Succeeded = false };
        if (no.Live.Nonce is not null)
            await Tools.Live.SettleAsync(turnContext, no.Live, Settled(turnContext, no, question, heard), cancellationToken);
        return new PromptRecognizerResult<IReadOnlyList<Answer>> { Succeeded = true, Value = heard };
    }

    private static Answer[]? AsItIs(DebriefCase no, Question question, string? text) =>
        ++no.Tries > 1 && !string.IsNullOrWhiteSpace(text) ? [new Answer(question.Id, TypedText.Shorten(text.Trim(), question.Longest, ""), [])] : null;
}
