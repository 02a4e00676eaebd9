using CoachBot.Channels;
using CoachBot.Conversation;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoachBot.Debrief;

/// <summary>Sends cards, knows which one is live, and puts another in its place, so that no old button stays.</summary>
public sealed class LiveCards(ILogger<LiveCards> log)
{
    /// <summary>A nonce that was never used before in this person's cases, nor in anybody else's.</summary>
    public static string Renew(DebriefCase no, LiveCard live, string name)
    {
        live.Nonce = $"{no.Number}.{name}.{++live.Count}.{no.Mark}";
        return live.Nonce;
    }

    public static async Task SendAsync(ITurnContext turn, LiveCard live, Activity message, CancellationToken cancellationToken)
    {
        var sent = await turn.SendActivityAsync(message, cancellationToken);
        var hasCard = message.Attachments is { Count: > 0 };
        live.ActivityId = hasCard ? sent?.Id : null;
        live.Text = hasCard ? message.Text : null;
        live.ByModel = AiLabel.IsOn(message);
        if (!hasCard)
            live.Nonce = null;
    }

    /// <summary>The question is answered: what stays of its card has no more live buttons.</summary>
    public async Task SettleAsync(ITurnContext turn, LiveCard live, Attachment card, CancellationToken cancellationToken)
    {
        await ReplaceAsync(turn, live, card, cancellationToken);
        (live.Nonce, live.ActivityId, live.Text) = (null, null, null);
    }

    /// <summary>Puts another card where the live one stands.</summary>
    public async Task ReplaceAsync(ITurnContext turn, LiveCard live, Attachment card, CancellationToken cancellationToken)
    {
        var update = PlainMessage.Of(live.Text ?? "", card);
        if (live.ByModel)
            update.LabelledAsAi(turn.Activity);
        update.Id = live.ActivityId ?? turn.Activity.ReplyToId;
        // A press replaces the card that was pressed, once; what else changes in this turn is another card.
        if (turn is CardTurn { Replacement: null } press)
        {
            (press.Replacement, press.Update) = (card.Content, string.IsNullOrEmpty(update.Id) ? null : update);
            return;
        }

        if (string.IsNullOrEmpty(live.ActivityId))
            return;
        try
        {
            await turn.UpdateActivityAsync(update, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // An old card that cannot be changed is no reason to fail the turn: its nonce is dead anyway.
            log.LogWarning("A card could not be replaced: {Error}", e.GetType().Name);
        }
    }
}
