namespace CoachBot.Tests.Debrief;

/// <summary>One running coach for all the people of a test class.</summary>
public sealed class Coaches : IAsyncDisposable
{
    public CoachApp Shared { get; } = new();

    public ValueTask DisposeAsync() => Shared.DisposeAsync();
}
