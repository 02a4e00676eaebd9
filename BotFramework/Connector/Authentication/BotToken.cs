using Microsoft.Identity.Client;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The bot's own token for one audience: asked for once, used until shortly before its end, and while the token
/// service is down until its very end.
/// </summary>
internal sealed class BotToken(Func<bool, CancellationToken, Task<AuthenticationResult>> acquire, TimeProvider time)
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private volatile Held _held;
    private Task<Held> _renewal;

    internal static BotToken From(IConfidentialClientApplication application, string audience)
    {
        string[] scopes = [audience.TrimEnd('/') + "/.default"];
        return new BotToken((force, cancel) => application.AcquireTokenForClient(scopes).WithForceRefresh(force).ExecuteAsync(cancel), TimeProvider.System);
    }

    internal static BotToken From(IManagedIdentityApplication application, string audience) =>
        new((force, cancel) => application.AcquireTokenForManagedIdentity(audience).WithForceRefresh(force).ExecuteAsync(cancel), TimeProvider.System);

    internal ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        var held = _held;
        if (held == null || held.Expires <= time.GetUtcNow())
            return new ValueTask<string>(WaitAsync(force: false, cancellationToken));

        // Near its end, one caller renews in the background; nobody waits, and a failure is tried again by the next call.
        if (held.Expires - RenewBefore <= time.GetUtcNow())
            _ = RenewOnceAsync(force: true).ContinueWith(static failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

        return new ValueTask<string>(held.Token);
    }

    /// <summary>A new token after the old one was refused, unless somebody has fetched one since.</summary>
    internal Task<string> RenewAsync(string refused, CancellationToken cancellationToken) =>
        _held is { } held && held.Token != refused ? Task.FromResult(held.Token) : WaitAsync(force: true, cancellationToken);

    private async Task<string> WaitAsync(bool force, CancellationToken cancellationToken) =>
        (await RenewOnceAsync(force).WaitAsync(cancellationToken).ConfigureAwait(false)).Token;

    private Task<Held> RenewOnceAsync(bool force)
    {
        lock (_lock)
        {
            if (_renewal is not { IsCompleted: false })
                _renewal = FetchAsync(force);
            return _renewal;
        }
    }

    private async Task<Held> FetchAsync(bool force)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        var result = await acquire(force, patience.Token).ConfigureAwait(false);
        return _held = new Held(result.AccessToken, result.ExpiresOn);
    }

    private sealed record Held(string Token, DateTimeOffset Expires);
}
