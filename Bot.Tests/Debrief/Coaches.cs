namespace CoachBot.Tests.Debrief;

/// <summary>One running coach for all the people of a test class.</summary>
public sealed class Coaches : IAsyncDisposable
{
    // Started here: many that come at once would each start it.
    public Coaches() => _ = Shared.Server;

    public CoachApp Shared { get; } = new();

    public ValueTask DisposeAsync() => Shared.DisposeAsync();
}
