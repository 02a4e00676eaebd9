using Microsoft.Bot.Builder;

namespace CoachBot.Channels;

/// <summary>
/// Lets the turns of one conversation run one at a time, in the order in which they came; other conversations do not
/// wait. In this process: across processes the database's lease will do it.
/// </summary>
/// <remarks>A turn that awaits another turn of its own conversation waits for itself, until its time is over.</remarks>
public sealed class ConversationTurns : Microsoft.Bot.Builder.IMiddleware
{
    private readonly Dictionary<(string?, string?), Lane> _lanes = [];
    private readonly Lock _lock = new();

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var conversation = (turnContext.Activity.ChannelId, turnContext.Activity.Conversation?.Id);
        await EnterAsync(conversation, cancellationToken);
        try
        {
            await next(cancellationToken);
        }
        finally
        {
            Leave(conversation);
        }
    }

    private Task EnterAsync((string?, string?) conversation, CancellationToken cancellationToken)
    {
        TaskCompletionSource turn;
        lock (_lock)
        {
            if (!_lanes.TryGetValue(conversation, out var lane))
            {
                _lanes[conversation] = Lane.Empty;
                return Task.CompletedTask;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (lane == Lane.Empty)
                _lanes[conversation] = lane = new Lane();
            lane.Waiting.Enqueue(turn);
        }

        return cancellationToken.CanBeCanceled ? WaitAsync(turn, cancellationToken) : turn.Task;
    }

    private static async Task WaitAsync(TaskCompletionSource turn, CancellationToken cancellationToken)
    {
        // Whoever gives up before their turn is passed over.
        await using var registration = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        await turn.Task;
    }

    private void Leave((string?, string?) conversation)
    {
        lock (_lock)
        {
            var waiting = _lanes[conversation].Waiting;
            while (waiting.TryDequeue(out var next))
            {
                if (next.TrySetResult())
                    return;
            }

            _lanes.Remove(conversation);
        }
    }

    private sealed class Lane
    {
        /// <summary>Shared by all conversations in which nobody waits: nearly all.</summary>
        public static readonly Lane Empty = new();

        public Queue<TaskCompletionSource> Waiting { get; } = new();
    }
}
