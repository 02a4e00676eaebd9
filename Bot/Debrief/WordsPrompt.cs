using CoachBot.Channels;
using CoachBot.Conversation;
using CoachBot.Flows;
using CoachBot.FollowUps;
using CoachBot.FollowUps.Promises;
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
        if (IsHeldBack(no) || no.WordsHeldBack)
        {
            // The promise list could not be read: nobody goes past this point without it.
            await LiveCards.SendAsync(turn, no.Live, Put(turn, no, QuestionOf(no), Tools.Phrases.Say(DebriefWords.WordsAsk), LiveCards.Renew(no, no.Live, Name)), cancellationToken);
            return EndOfTurn;
        }

        var wish = CardPress.Of(turn)?.Answer ?? Typed(turn.Activity.Text);
        if (wish == WordsCard.Alone)
        {
            await SendAloneAsync(turn, no, cancellationToken);
            return EndOfTurn;
        }

        if (wish is null || !card.Change(no, wish))
            return await base.ContinueDialogAsync(dc, cancellationToken);
        await ShowAgainAsync(turn, no, cancellationToken);
        return EndOfTurn;
    }

    protected override Activity Put(ITurnContext turn, DebriefCase no, Question question, string words, string nonce)
    {
        no.WordsHeldBack = IsHeldBack(no);
        if (no.WordsHeldBack)
            return PlainMessage.Of(Tools.Phrases.Say(FollowUpWords.PromiseUnreadable));
        var message = PlainMessage.Of(words, card.Fill(no, nonce, turn.Activity.CopiesFromCards()));
        return card.Label(no) is not null ? message.LabelledAsAi(turn.Activity) : message;
    }

    protected override IReadOnlyList<Answer>? Hear(DebriefCase no, Question question, CardPress press) =>
        press.Answer == WordsCard.GoOn ? [Answer.Of(Name, WordsCard.GoOn)] : null;

    protected override IReadOnlyList<Answer>? Hear(DebriefCase no, Question question, string text) =>
        Typed(text) == WordsCard.GoOn ? [Answer.Of(Name, WordsCard.GoOn)] : null;

    // The words stay to be read and copied.
    protected override Attachment Settled(ITurnContext turn, DebriefCase no, Question question, IReadOnlyList<Answer> answers) =>
        card.Fill(no, nonce: null, turn.Activity.CopiesFromCards());

    private static bool IsHeldBack(DebriefCase no) => no.Contact is { Verdict: ContactVerdict.Unreadable };

    private string? Typed(string? text)
    {
        var said = TypedText.Normalize(text);
        return WordsCard.Wishes.FirstOrDefault(wish => Tools.Commands.Typed(wish).Contains(said));
    }

    // The label comes apart, so that the words can be copied as they are.
    private async Task SendAloneAsync(ITurnContext turn, DebriefCase no, CancellationToken cancellationToken)
    {
        var label = card.Label(no);
        foreach (var words in card.Words(no).Prepend(label).OfType<string>())
        {
            var message = PlainMessage.Of(words);
            await turn.SendActivityAsync(label is null || words == label ? message : message.LabelledAsAi(turn.Activity), cancellationToken);
        }
    }

    // Where the card can be changed in place it is; where it cannot, the new words come as a new card.
    private async Task ShowAgainAsync(ITurnContext turn, DebriefCase no, CancellationToken cancellationToken)
    {
        var nonce = LiveCards.Renew(no, no.Live, Name);
        no.Live.ByModel |= card.Label(no) is not null;
        if (turn is CardTurn || !string.IsNullOrEmpty(no.Live.ActivityId))
            await Tools.Live.ReplaceAsync(turn, no.Live, card.Fill(no, nonce, turn.Activity.CopiesFromCards()), cancellationToken);
        else
            await LiveCards.SendAsync(turn, no.Live, Put(turn, no, QuestionOf(no), Tools.Phrases.Say(DebriefWords.WordsAsk), nonce), cancellationToken);
    }
}
