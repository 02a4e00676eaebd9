using Microsoft.Bot.Schema;
using Trace = System.Diagnostics.Trace;

namespace Microsoft.Bot.Builder;

/// <summary>Gives a logger a copy of what came in and of what was sent, updated and deleted, in this order, after the turn.</summary>
public class TranscriptLoggerMiddleware : IMiddleware
{
    private readonly ITranscriptLogger _logger;

    public TranscriptLoggerMiddleware(ITranscriptLogger transcriptLogger)
    {
        ArgumentNullException.ThrowIfNull(transcriptLogger);
        _logger = transcriptLogger;
    }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate nextTurn, CancellationToken cancellationToken)
    {
        var transcript = new Queue<Activity>();
        if (turnContext.Activity is { } incoming && !IsContinuation(incoming))
        {
            incoming.From ??= new ChannelAccount();
            if (string.IsNullOrEmpty(incoming.From.Role))
            {
                incoming.From.Role = RoleTypes.User;
            }

            transcript.Enqueue(Stamped(Copy(incoming)));
        }

        turnContext.OnSendActivities(async (_, activities, next) =>
        {
            var responses = await next();
            for (var i = 0; i < activities.Count; i++)
            {
                var sent = Copy(activities[i]);
                sent.Id = string.IsNullOrEmpty(sent.Id) && responses?.Length > i ? responses[i]?.Id : sent.Id;
                sent.Id = string.IsNullOrEmpty(sent.Id) ? $"g_{Guid.NewGuid():n}" : sent.Id;
                transcript.Enqueue(Stamped(sent));
            }

            return responses;
        });
        turnContext.OnUpdateActivity(async (_, activity, next) =>
        {
            var response = await next();
            var updated = Copy(activity);
            updated.Type = ActivityTypes.MessageUpdate;
            transcript.Enqueue(Stamped(updated));
            return response;
        });
        turnContext.OnDeleteActivity(async (_, reference, next) =>
        {
            await next();
            var deleted = new Activity(ActivityTypes.MessageDelete, reference.ActivityId);
            transcript.Enqueue(Stamped(deleted.ApplyConversationReference(reference, isIncoming: false)));
        });

        await nextTurn(cancellationToken);
        await LogAsync(transcript);
    }

    // Nobody said that: the bot took up the conversation by itself.
    private static bool IsContinuation(Activity activity)
        => activity.Type == ActivityTypes.Event && activity.Name == ActivityEventNames.ContinueConversation;

    // Transcripts are read in the order of their times.
    private static Activity Stamped(Activity activity)
    {
        activity.Timestamp ??= TimeProvider.System.GetUtcNow();
        return activity;
    }

    private static Activity Copy(Activity activity) => ProtocolJson.To<Activity>(ProtocolJson.ToElement(activity));

    // A transcript that cannot be written must not cost the person the answer.
    private async Task LogAsync(Queue<Activity> transcript)
    {
        while (transcript.TryDequeue(out var activity))
        {
            try
            {
                await _logger.LogActivityAsync(activity);
            }
#pragma warning disable CA1031 // Any failure of the logger is reported, none goes on.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Trace.TraceError($"A transcript could not be logged: {exception.GetType().Name}");
            }
        }
    }
}
