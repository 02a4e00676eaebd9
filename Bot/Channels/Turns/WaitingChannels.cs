using System.Collections.Concurrent;

namespace CoachBot.Channels.Turns;

/// <summary>Who waits for the answer of a turn that is being worked on: here, or on another node.</summary>
internal sealed class WaitingChannels(Inbox inbox)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<long, TaskCompletionSource<string>> _waiting = new();

    /// <summary>Says to whoever waits in this process what came of it.</summary>
    public void Done(long id, string answer)
    {
        if (_waiting.TryGetValue(id, out var waits))
            waits.TrySetResult(answer);
    }

    /// <summary>The answer, or null when it takes longer than that.</summary>
    /// <param name="id">The row in the inbox.</param>
    /// <param name="begin">Done once the answer cannot be missed any more.</param>
    /// <param name="patience">How long to wait, of real time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string?> WaitAsync(long id, Action begin, TimeSpan patience, CancellationToken cancellationToken)
    {
        var waits = _waiting.GetOrAdd(id, _ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            begin();
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            over.CancelAfter(patience);
            while (!over.IsCancellationRequested)
            {
                if (await Task.WhenAny(waits.Task, Task.Delay(Look, over.Token)) == waits.Task)
                    return await waits.Task;
                // Another node may be at it.
                if (await inbox.AnswerAsync(id, cancellationToken) is { } answer)
                    return waits.Task.IsCompletedSuccessfully ? await waits.Task : answer;
            }

            return null;
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }
}
