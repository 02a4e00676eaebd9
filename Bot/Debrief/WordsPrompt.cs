using CoachBot.Channels;
using CoachBot.Conversation;
using CoachBot.Flows;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CoachBot.Debrief;

/// <summary>Offers the words; makes them shorter, warmer or plainer, or shows another way, in the same card, until the rep goes on.</summary>
public sealed class WordsPrompt(WordsCard card, DebriefTools tools) : DebriefPrompt(Name, tools)
{
    public const string Name = "words";

    protected override Question QuestionOf(DebriefCase no) => new(Name, QuestionKind.Choice, Tools.Phrases.Say(DebriefWords.WordsAsk))
    {
        Retry = Tools.Phrases.Say(DebriefWords.WordsNotUnderstood),
        Help = Tools.Phrases.Say(DebriefWords.WordsNotUnderstood),
    };

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var turn = dc.Context;
        var no = await Tools.Desk.CurrentAsync(turn, cancellationToken);
        var wish = CardPress.Of(turn)?.Answer ?? Typed(turn.Activity.Text);
        if (wish == WordsCard.Alone)
        {
            foreach (var words in card.Words(no))
                await turn.SendActivityAsync(PlainMessage.Of(words), cancellationToken);
            return EndOfTurn;
        }

        if (wish is null || !WordsCard.Change(no, wish))
            return await base.ContinueDialogAsync(dc, cancellationToken);
        await ShowAgainAsync(turn, no, cancellationToken);
        return EndOfTurn;
    }

    protected override Activity Put(ITurnContext turn, DebriefCase no, Question question, string words, string nonce) =>
        PlainMessage.Of(words, card.Fill(no, nonce, turn.Activity.CopiesFromCards()));

    protected override IReadOnlyList<Answer>? Hear(DebriefCase no, Question question, CardPress press) =>
        press.Answer == WordsCard.GoOn ? [Answer.Of(Name, WordsCard.GoOn)] : null;

    protected override IReadOnlyList<Answer>? Hear(DebriefCase no, Question question, string text) =>
        Typed(text) == WordsCard.GoOn ? [Answer.Of(Name, WordsCard.GoOn)] : null;

    // The words stay to be read and copied.
    protected override Attachment Settled(ITurnContext turn, DebriefCase no, Question question, IReadOnlyList<Answer> answers) =>
        card.Fill(no, nonce: null, turn.Activity.CopiesFromCards());

    private string? Typed(string? text)
    {
        var said = TypedText.Normalize(text);
        return WordsCard.Wishes.FirstOrDefault(wish => Tools.Commands.Typed(wish).Contains(said));
    }

    // Where the card can be changed in place it is; where it cannot, the new words come as a new card.
    private async Task ShowAgainAsync(ITurnContext turn, DebriefCase no, CancellationToken cancellationToken)
    {
        var nonce = LiveCards.Renew(no, no.Live, Name);
        if (turn is CardTurn || !string.IsNullOrEmpty(no.Live.ActivityId))
            await Tools.Live.ReplaceAsync(turn, no.Live, card.Fill(no, nonce, turn.Activity.CopiesFromCards()), cancellationToken);
        else
            await LiveCards.SendAsync(turn, no.Live, Put(turn, no, QuestionOf(no), Tools.Phrases.Say(DebriefWords.WordsAsk), nonce), cancellationToken);
    }
}
