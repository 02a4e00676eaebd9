namespace CoachBot.Channels.Turns;

/// <summary>How many conversations this process works on at one time. Who only waits for the channel's pace has no place meanwhile.</summary>
internal sealed class Places(TurnLimits limits) : IDisposable
{
    private readonly SemaphoreSlim _free = new(limits.TurnsAtOnce);

    public Task TakeAsync(CancellationToken cancellationToken) => _free.WaitAsync(cancellationToken);

    public void GiveBack() => _free.Release();

    /// <summary>Lets others have the place of who waits.</summary>
    public async Task<T> LeaveWhileAsync<T>(Func<ValueTask<T>> wait)
    {
        GiveBack();
        try
        {
            return await wait();
        }
        finally
        {
            await TakeAsync(CancellationToken.None);
        }
    }

    public void Dispose() => _free.Dispose();
}
