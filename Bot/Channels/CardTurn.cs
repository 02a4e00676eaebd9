using CoachBot.Channels.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoachBot.Channels;

/// <summary>
/// A press on Action.Execute, which arrives as an invoke, seen as the message that Action.Submit would have sent: dialogs only listen to messages.
/// Everything sent goes out through the real turn.
/// </summary>
public sealed class CardTurn(ITurnContext inner, AdaptiveCardInvokeAction action) : ITurnContext
{
    /// <summary>The card that takes the place of the pressed one; null leaves it as it is.</summary>
    public object? Replacement { get; set; }

    /// <summary>The same as an update of the message that the card stands in: for a channel that waits for the answer no longer.</summary>
    public Activity? Update { get; set; }

    /// <summary>Sends what takes the card's place where the HTTP answer comes too late for it.</summary>
    public async Task FollowUpAsync(CancellationToken cancellationToken)
    {
        if (Update is not null && inner.TurnState.Get<OngoingTurn>() is { IsLate: true })
            await inner.UpdateActivityAsync(Update, cancellationToken);
    }

    public Activity Activity { get; } = new()
    {
        Type = ActivityTypes.Message,
        Id = inner.Activity.Id,
        ReplyToId = inner.Activity.ReplyToId,
        ChannelId = inner.Activity.ChannelId,
        ServiceUrl = inner.Activity.ServiceUrl,
        From = inner.Activity.From,
        Recipient = inner.Activity.Recipient,
        Conversation = inner.Activity.Conversation,
        ChannelData = inner.Activity.ChannelData,
        Locale = inner.Activity.Locale,
        Timestamp = inner.Activity.Timestamp,
        Value = action.Data,
    };

    public BotAdapter Adapter => inner.Adapter;

    public TurnContextStateCollection TurnState => inner.TurnState;

    public bool Responded => inner.Responded;

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default) => inner.DeleteActivityAsync(activityId, cancellationToken);

    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default) => inner.DeleteActivityAsync(conversationReference, cancellationToken);

    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler) => inner.OnDeleteActivity(handler);

    public ITurnContext OnSendActivities(SendActivitiesHandler handler) => inner.OnSendActivities(handler);

    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler) => inner.OnUpdateActivity(handler);

    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default) => inner.SendActivitiesAsync(activities, cancellationToken);

    public Task<ResourceResponse> SendActivityAsync(string textReplyToSend, string? speak = null, string inputHint = InputHints.AcceptingInput, CancellationToken cancellationToken = default) =>
        inner.SendActivityAsync(textReplyToSend, speak, inputHint, cancellationToken);

    public Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default) => inner.SendActivityAsync(activity, cancellationToken);

    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default) => inner.UpdateActivityAsync(activity, cancellationToken);
}
