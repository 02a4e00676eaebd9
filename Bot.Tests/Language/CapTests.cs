using CoachBot.Language;

namespace CoachBot.Tests.Language;

/// <summary>What a day may cost.</summary>
public sealed class The_days_allowance
{
    [Fact]
    public async Task Ends_for_a_person_and_begins_again_the_next_day()
    {
        await using var server = new FakeModelServer();
        var clock = new HandClock();
        await using var door = new ModelDoor(server, clock, null, ("AzureOpenAI:PersonADay", "3"));

        for (var asked = 0; asked < 10_000; asked++)
            Assert.Equal(asked < 3 ? null : WhyNoAnswer.OverTheCap, (await door.ReadAsync()).WhyNot);
        Assert.Null((await door.ReadAsync(caller: new LanguageCaller("tenant-1", "rep-2"))).WhyNot);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Null((await door.ReadAsync()).WhyNot);

        Assert.Equal(5, server.Heard.Count);
    }

    [Fact]
    public async Task Ends_for_a_tenant()
    {
        await using var server = new FakeModelServer();
        await using var door = new ModelDoor(server, null, null, ("AzureOpenAI:TenantADay", "2"));

        for (var rep = 0; rep < 5; rep++)
            Assert.Equal(rep < 2 ? null : WhyNoAnswer.OverTheCap, (await door.ReadAsync(caller: new LanguageCaller("tenant-1", $"rep-{rep}"))).WhyNot);
        Assert.Null((await door.ReadAsync(caller: new LanguageCaller("tenant-2", "rep-0"))).WhyNot);
    }

    [Fact]
    public async Task Has_no_room_for_a_hundred_thousand_characters()
    {
        await using var server = new FakeModelServer();
        await using var door = new ModelDoor(server);

        Assert.Equal(WhyNoAnswer.OverTheCap, (await door.ReadAsync(ModelDoor.ANo with { Said = new string('n', 100_000) })).WhyNot);

        Assert.Empty(server.Heard);
    }
}
