namespace CoachBot.Channels.Turns;

/// <summary>Whether the program is about to stop: nothing new is taken in, what is queued is still worked on for a while.</summary>
internal sealed class Drain : IDisposable
{
    private readonly CancellationTokenSource _handBack = new();
    private volatile bool _begun;

    /// <summary>New messages are refused; the channel sends them again, to another process.</summary>
    public bool HasBegun => _begun;

    /// <summary>From then on no further turn is begun: what is left stays in the database for others.</summary>
    public CancellationToken HandBack => _handBack.Token;

    public void Begin() => _begun = true;

    public async Task BeginHandingBackAsync()
    {
        try
        {
            await _handBack.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // A host can be stopped and disposed of from two sides at once: then it is over already.
        }
    }

    public void Dispose() => _handBack.Dispose();
}
