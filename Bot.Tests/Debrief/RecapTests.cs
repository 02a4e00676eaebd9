namespace CoachBot.Tests.Debrief;

public sealed class A_recap
{
    [Fact]
    public async Task Is_edited_where_it_stands_when_the_case_goes_on()
    {
        await using var chat = new DeliveredChat();
        await chat.TellsAsync(ANo.ForEachStep["answer-once"]);
        foreach (var text in (string[])["that fits", "go on", "I explained too much", "call Anna"])
            await chat.SaysAsync(text);
        var (recap, first) = chat.LastCard;
        Assert.Equal(2, first["actions"]!.AsArray().Count);

        var taken = await chat.PressesAsync(recap, "they-answered");
        Assert.Empty(taken["value"]!["actions"]!.AsArray());
        foreach (var text in (string[])["No, it is still too expensive.", "another no", "that fits", "go on"])
            await chat.SaysAsync(text);
        var (commitment, _) = chat.LastCard;
        Assert.NotEqual(recap, commitment);
        var answered = await chat.PressesAsync(commitment, "skip");

        Assert.DoesNotContain("Your debrief", answered["value"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(recap, chat.Edited);
        var stands = chat.Standing.Where(s => Chat.Cards(s.Activity).Any(c => c.ToJsonString().Contains("Your debrief", StringComparison.Ordinal))).ToList();
        Assert.Equal(recap, Assert.Single(stands).Id);
        Assert.Contains("Before that", Chat.Cards(stands[0].Activity).Single().ToJsonString(), StringComparison.Ordinal);
    }
}
