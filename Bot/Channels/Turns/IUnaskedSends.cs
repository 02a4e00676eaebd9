using CoachBot.Storage;
using CoachBot.Storage.Tables;

namespace CoachBot.Channels.Turns;

/// <summary>Answers for what nobody asked for: asked in the transaction in which it is claimed, told when it will never go out.</summary>
public interface IUnaskedSends
{
    /// <summary>Whether it may still go out.</summary>
    Task<bool> MayGoOutAsync(CoachDatabase database, OutboxRow row, CancellationToken cancellationToken);

    /// <summary>It has not gone out, and will not: what it stood for is open again.</summary>
    Task NeverWentOutAsync(CoachDatabase database, OutboxRow row, CancellationToken cancellationToken);
}

/// <summary>Where nobody answers for it, nothing goes out unasked.</summary>
internal sealed class NothingUnasked : IUnaskedSends
{
    public Task<bool> MayGoOutAsync(CoachDatabase database, OutboxRow row, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task NeverWentOutAsync(CoachDatabase database, OutboxRow row, CancellationToken cancellationToken) => Task.CompletedTask;
}
