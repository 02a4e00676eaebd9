namespace CoachBot.Storage;

/// <summary>Somebody else wrote, or deleted, this state after it was read; nothing of the write was kept.</summary>
public sealed class StateConflictException(string key)
    : Exception($"Etag conflict: the state '{key}' was changed by somebody else after it was read.");
