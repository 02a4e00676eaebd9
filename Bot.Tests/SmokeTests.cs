namespace CoachBot.Tests;

public class The_project
{
    [Fact]
    public void Builds() => Assert.True(true);
}
