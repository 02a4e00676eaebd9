namespace CoachBot.Storage.Tables;

/// <summary>One drawer of bot state as JSON; written back only over the version that was read.</summary>
public sealed class StoredState
{
    public required string Key { get; init; }

    public required string Value { get; set; }

    public long Version { get; set; }
}
