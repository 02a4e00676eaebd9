using CoachBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Channels.Turns;

/// <summary>
/// The right to work on a conversation, for a short time that is prolonged while the work goes on. Whoever loses it (a
/// process that was frozen, say) finds out when writing: the token has moved on.
/// </summary>
internal sealed class ConversationLease(string conversation, long token, TimeProvider time, TimeSpan lasts)
{
    private long _since = time.GetTimestamp();

    public string Conversation { get; } = conversation;

    public long Token { get; } = token;

    /// <summary>By the time that has passed here since it was taken or prolonged, with a margin: a call that is begun now will not outlive it unnoticed.</summary>
    public bool IsFresh => time.GetElapsedTime(_since) < lasts * 0.8;

    /// <summary>It was given back together with the last thing that was written under it.</summary>
    public bool IsGivenBack { get; set; }

    /// <summary>Prolongs it in the transaction that is open, if any. A person who is answered has written: what was closed is open again.</summary>
    /// <exception cref="LeaseLostException">Somebody else works on the conversation by now.</exception>
    public async Task HoldAsync(CoachDatabase database, DateTimeOffset now, bool opens, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        var until = (now + lasts).ToUnixTimeMilliseconds();
        var held = opens
            ? await database.Database.ExecuteSqlAsync($"UPDATE conversations SET leased_until = {until}, closed_for = NULL WHERE key = {Conversation} AND token = {Token}", cancellationToken)
            : await database.Database.ExecuteSqlAsync($"UPDATE conversations SET leased_until = {until} WHERE key = {Conversation} AND token = {Token}", cancellationToken);
        if (held == 0)
            throw new LeaseLostException();
        _since = since;
    }

    /// <summary>Gives it back in the transaction that is open, unless more has come in; it counts once that is committed.</summary>
    // The token moves on, so that nobody who still prolongs it holds on to it.
    public async Task<bool> TryGiveBackAsync(CoachDatabase database, CancellationToken cancellationToken) =>
        await database.Database.ExecuteSqlAsync(
            $"UPDATE conversations SET leased_until = 0, holder = NULL, token = token + 1 WHERE key = {Conversation} AND token = {Token} AND NOT EXISTS (SELECT 1 FROM inbox WHERE conversation = {Conversation} AND status = 0)",
            cancellationToken) == 1;
}

/// <summary>Somebody else has taken the conversation over; nothing of what was done may be written.</summary>
internal sealed class LeaseLostException() : Exception("The lease of the conversation has passed to somebody else.");
