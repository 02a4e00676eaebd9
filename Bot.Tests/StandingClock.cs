namespace CoachBot.Tests;

/// <summary>A clock that moves only when a test moves it.</summary>
public sealed class StandingClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
