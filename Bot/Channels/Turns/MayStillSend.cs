using CoachBot.Storage;
using CoachBot.Storage.Tables;

namespace CoachBot.Channels.Turns;

/// <summary>Whether something that nobody asked for may still go out: asked in the transaction in which it is claimed. Without somebody who answers, it may not.</summary>
public delegate Task<bool> MayStillSend(CoachDatabase database, OutboxRow row, CancellationToken cancellationToken);
