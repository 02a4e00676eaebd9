using CoachBot.Reading;

namespace CoachBot.Tests.Reading;

public sealed class A_cue
{
    public static TheoryData<string> Ids => [.. Prompts.Cues.All.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_two_innocent_explanations(string id) =>
        Assert.True(Prompts.Cues.Find(id)!.InnocentExplanations.Distinct().Count() >= 2);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Is_found_in_its_own_words(string id) =>
        Assert.Contains(Prompts.Cues.FindIn("first this, then " + Prompts.Cues.Find(id)!.Says), c => c.Id == id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Alone_never_makes_a_no_final(string id)
    {
        var cue = Prompts.Cues.Find(id)!;
        foreach (var said in new[] { "", "Maybe.", "Let me think about it.", "Very nice, thank you." })
        {
            foreach (var channel in ContactChannels.All)
            {
                var step = Prompts.Read(said, cue.Says, channel: channel).Step;

                Assert.False(step is NextStep.HonourNo or NextStep.CloseGracefully or NextStep.SupportChoice, $"{id}, '{said}': {step.Key()}");
                Assert.True(step != NextStep.BackOff || cue.Group == CueGroup.GotIrritated, $"{id}, '{said}'");
            }
        }
    }

    [Fact]
    public void With_any_other_never_makes_a_no_final()
    {
        var cues = Prompts.Cues.All;
        foreach (var body in cues.SelectMany(one => cues.Select(other => $"{one.Says}, {other.Says}")))
            Assert.False(Prompts.Read("We'll see.", body).Step is NextStep.HonourNo or NextStep.CloseGracefully or NextStep.SupportChoice, body);
    }

    [Fact]
    public void Is_named_when_a_reading_leans_on_it()
    {
        var reading = Prompts.Read("Very nice.", "arms crossed, looked at the door", channel: ContactChannel.InPerson);

        Assert.Equal(["arms-crossed", "looked-away"], reading.LeanedOnCues.Order());
        Assert.DoesNotContain(Prompts.Read("Do not call me again.", "arms crossed").LeanedOnCues, _ => true);
    }

    [Fact]
    public void Is_explained_away_by_the_rep() =>
        Assert.Equal(NextStep.AskWhy, Prompts.Read("No, I don't think so.", "arms crossed, but it was two degrees out").Step);

    [Fact]
    public void Is_one_of_at_least_thirty_in_four_groups_for_every_channel()
    {
        Assert.True(Prompts.Cues.All.Count >= 30);
        Assert.All(ContactChannels.All, channel => Assert.Equal(CueGroups.All, Prompts.Cues.For(channel).Select(c => c.Group).Distinct().Order()));
    }
}
