using System.Text.Json;
using CoachBot.Reading;

namespace CoachBot.Tests.Reading;

public sealed class The_keys
{
    [Fact]
    public void Name_every_step_reason_channel_and_group_both_ways()
    {
        Assert.All(Enum.GetValues<NextStep>(), s => Assert.True(NextSteps.TryParse(s.Key(), out var back) && back == s));
        Assert.All(Enum.GetValues<Reason>(), r => Assert.True(Reasons.TryParse(r.Key(), out var back) && back == r));
        Assert.All(Enum.GetValues<ContactChannel>(), c => Assert.True(ContactChannels.TryParse(c.Key(), out var back) && back == c));
        Assert.All(Enum.GetValues<CueGroup>(), g => Assert.True(CueGroups.TryParse(g.Key(), out var back) && back == g));
        Assert.False(NextSteps.TryParse(null, out _));
    }

    [Fact]
    public void Of_the_doubts_cover_every_two_next_steps()
    {
        foreach (var one in NextSteps.All)
        {
            foreach (var other in NextSteps.All.Where(o => o > one))
                Assert.Single(Prompts.Rules.Doubts, d => d.Between.Contains(one) && d.Between.Contains(other));
        }

        Assert.All(Prompts.Rules.Doubts.Where(d => d.Between.Count == 2), d => Assert.Equal(d.Between.Order(), d.Options.Select(o => o.Step).Order()));
    }
}

public sealed class A_case_as_data
{
    [Fact]
    public void Is_read_in_the_methods_format()
    {
        var no = NoCase.Parse("""{"id":"c001","offer":"annual plan","channel":"in person","said":"Let me think.","body":"","noes":2,"asked_why":true,"why":"x","time_worth_it":false}""");

        Assert.Equal(new NoCase("c001", "annual plan", ContactChannel.InPerson, "Let me think.", "", 2, true, "x", false), no);
    }

    [Fact]
    public void May_leave_fields_out() =>
        Assert.Equal(new NoCase(null, "", ContactChannel.Call, "", "", 1, false, "", true), NoCase.Parse("""{"channel":"call","why":null}"""));

    [Theory]
    [InlineData("[]", "object")]
    [InlineData("""{"channel":"fax"}""", "channel")]
    [InlineData("""{"channel":"call","noes":"two"}""", "noes")]
    [InlineData("""{"channel":"call","said":5}""", "said")]
    [InlineData("""{"channel":"call","asked_why":"yes"}""", "asked_why")]
    public void Names_the_field_that_is_wrong(string line, string field) =>
        Assert.Contains(field, Assert.ThrowsAny<JsonException>(() => NoCase.Parse(line)).Message, StringComparison.Ordinal);
}
