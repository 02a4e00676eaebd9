using CoachBot.Reading;
using CoachBot.Scripts;

namespace CoachBot.Tests.Scripts;

public sealed class What_the_coach_says_to_the_rep
{
    public static TheoryData<NextStep> Steps => [.. NextSteps.All];

    [Theory, MemberData(nameof(Steps))]
    public void Begins_with_a_brief_line_that_is_not_the_same_every_time(NextStep step)
    {
        var lines = TheScripts.Book.FirstLinesFor(Known(step));
        Assert.InRange(lines.Distinct().Count(), 3, 10);
        Assert.All(lines, l => Assert.InRange(TheScripts.Words(l), 5, 30));
        Assert.All(lines, l => Assert.DoesNotMatch(@"[!{}\[\]]|\d|\b(just|per cent|nine)\b", l));
    }

    [Theory, MemberData(nameof(Steps))]
    public void Asks_both_sides_of_the_craft_and_nothing_is_among_the_answers(NextStep step)
    {
        var craft = TheScripts.Book.CraftFor(Known(step));
        Assert.Matches(@", or .*\?$", craft.Question);
        Assert.InRange(craft.Answers.Count, 3, 5);
        Assert.Equal("nothing", craft.Answers[^1].Id);
        Assert.StartsWith("Nothing", craft.Answers[^1].Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Steps))]
    public void Ends_with_three_small_commitments_in_the_reps_voice(NextStep step)
    {
        foreach (var request in (ScriptRequest[])[Known(step), new(step, Reason.NoneGiven)])
        {
            var commitments = TheScripts.Book.CraftFor(request).Commitments;
            Assert.Equal(3, commitments.Select(c => c.Text).Distinct().Count());
            Assert.All(commitments, c => Assert.Matches("^I'll [^{}|\\[\\]]+$", c.Text));
        }
    }

    [Theory]
    [InlineData(NextStep.HonourNo)]
    [InlineData(NextStep.BackOff)]
    [InlineData(NextStep.CloseGracefully)]
    public void Commits_to_nothing_that_contacts_the_customer_after_a_final_no(NextStep step) =>
        Assert.All(TheScripts.Book.CraftFor(Known(step)).Commitments, c =>
            Assert.DoesNotMatch(@"(?i)\b(ask|call|ring|tell Anna|message|follow|check|remind|meet|invite|next (week|month)|date)\b", c.Text));

    private static ScriptRequest Known(NextStep step) => new(step, Reason.NoneGiven) { Offer = "annual maintenance plan", Customer = "Anna" };
}
