using System.Runtime.InteropServices;

namespace CoachBot.Channels.Turns;

/// <summary>The first SIGTERM lets everything under way end, while the program still listens and says that it is not ready; the second ends it at once.</summary>
internal sealed class Draining(Drain drain, TurnDispatcher turns, IHostApplicationLifetime lifetime, TurnLimits limits, ILogger<Draining> log) : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private PosixSignalRegistration? _second;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _second = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => EndAtOnceIfStopping());
        lifetime.ApplicationStopping.Register(drain.Begin);
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        drain.Begin();
        await IdleAsync(limits.Drain, cancellationToken);
        await drain.BeginHandingBackAsync();
        await IdleAsync(limits.HandBack, cancellationToken);
        if (turns.Busy > 0)
            log.LogWarning("{Count} conversations were still under way when the program stopped; another process takes them over", turns.Busy);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _second?.Dispose();

    private async Task IdleAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        // Real time: the signal came from outside.
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        over.CancelAfter(atMost);
        while (turns.Busy > 0 && !over.IsCancellationRequested)
            await Task.Delay(Look, over.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    private void EndAtOnceIfStopping()
    {
        if (drain.HasBegun)
            Environment.Exit(128 + 15);
    }
}
