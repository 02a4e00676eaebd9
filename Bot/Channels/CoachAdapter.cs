using CoachBot.Channels.Turns;
using CoachBot.Storage.Tables;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoachBot.Channels;

/// <summary>
/// Runs the coach's turns. What a turn sends is not sent yet: it is written together with what the turn has changed, and
/// goes out after that.
/// </summary>
public sealed class CoachAdapter : BotAdapter
{
    public CoachAdapter(EdgeText text) => Use(text);

    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        var turn = TurnOf(turnContext);
        var sent = new ResourceResponse[activities.Length];
        for (var at = 0; at < activities.Length; at++)
            sent[at] = await SendAsync(turn, turnContext, activities[at], cancellationToken);
        return sent;
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        return TurnOf(turnContext).SendAsync(OutboxKind.Update, activity, activity.Id);
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(reference);
        return TurnOf(turnContext).SendAsync(OutboxKind.Delete, new Activity { Type = ActivityTypes.MessageDelete }, reference.ActivityId);
    }

    internal Task RunAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        RunPipelineAsync(turnContext, callback, cancellationToken);

    private static async Task<ResourceResponse> SendAsync(OngoingTurn turn, ITurnContext context, Activity activity, CancellationToken cancellationToken)
    {
        switch (activity.Type)
        {
            case ActivityTypesEx.InvokeResponse:
                turn.Invoked = (InvokeResponse)activity.Value;
                return new ResourceResponse("");
            case ActivityTypes.Trace:
                return new ResourceResponse("");
            case ActivityTypes.Typing:
                // It says that the answer is being worked on, so it goes at once or not at all.
                if (context.TurnState.Get<Typing>() is { } typing)
                    await typing(activity, cancellationToken);
                return new ResourceResponse("");
            default:
                return await turn.SendAsync(OutboxKind.Send, activity, null);
        }
    }

    private static OngoingTurn TurnOf(ITurnContext context) =>
        context.TurnState.Get<OngoingTurn>() ?? throw new InvalidOperationException("Something is sent outside of a turn.");
}

/// <summary>Shows in the chat, as well as it goes, that an answer is being worked on.</summary>
internal delegate Task Typing(Activity activity, CancellationToken cancellationToken);

/// <summary>The one kind sentence when a turn has failed, by the locale of who is told; phrase key <see cref="Key"/>.</summary>
public sealed record TurnSorry(Func<string?, string> Text)
{
    public const string Key = "conversation.error";
}
