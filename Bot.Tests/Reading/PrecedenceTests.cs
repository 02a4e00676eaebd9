using CoachBot.Reading;

namespace CoachBot.Tests.Reading;

public sealed class The_precedence
{
    [Fact]
    public void Puts_a_request_for_silence_before_everything()
    {
        Reads(NextStep.HonourNo, Reason.NoContact, Prompts.Read(
            "We've signed with Brent. It was too expensive, I'm sick of your calls, so take me off your list.", "shouting, hung up on me", noes: 5, worth: false));
    }

    [Fact]
    public void Puts_anger_at_the_rep_before_the_choice_that_was_made()
    {
        Reads(NextStep.BackOff, Reason.Irritated, Prompts.Read("How dare you. We signed with Brent, which you knew.", "voice raised"));
    }

    [Theory]
    [InlineData("Not interested.", "stormed out and slammed the door")]
    [InlineData("", "hung up on me")]
    public void Backs_off_from_an_open_display(string said, string body) =>
        Reads(NextStep.BackOff, Reason.Irritated, Prompts.Read(said, body));

    [Theory]
    [InlineData("Sorry, I was shouting at the landlord, that wasn't for you. Call me in May.", "")]
    [InlineData("My price is my price, he grumbled about the last firm being crooks. Call me in May.", "relaxed")]
    public void Takes_no_anger_at_somebody_else(string said, string body) =>
        Reads(NextStep.Nurture, Reason.Timing, Prompts.Read(said, body));

    [Fact]
    public void Does_not_take_coolness_for_anger() =>
        Reads(NextStep.CheckFollowUp, Reason.NoneGiven, Prompts.Read("Thank you for your time.", "frosty, answers got shorter"));

    [Fact]
    public void Puts_a_settled_choice_before_the_count_of_noes() =>
        Reads(NextStep.SupportChoice, Reason.ChoseOther, Prompts.Read("We went with another supplier.", noes: 4, worth: false));

    [Fact]
    public void Supports_a_customer_who_keeps_what_they_have() =>
        Reads(NextStep.SupportChoice, Reason.ChoseOther, Prompts.Read("Just the basic plan as always, thanks."));

    [Theory]
    [InlineData("The usual two boxes, please, and leave the new tray off.")]
    [InlineData("We're staying with you, of course, but we don't need the bigger plan.")]
    [InlineData("Same hour as every week. The second one we'll do without.")]
    public void Supports_a_continuing_customer_who_leaves_the_suggestion_out(string said) =>
        Reads(NextStep.SupportChoice, Reason.ChoseOther, Prompts.Read(said));

    [Fact]
    public void Closes_on_a_considered_no() =>
        Reads(NextStep.CloseGracefully, Reason.NoNeed, Prompts.Read("We've talked it over and we don't need it."));

    [Fact]
    public void Does_not_take_a_visible_misunderstanding_for_a_decision() =>
        Reads(NextStep.AnswerOnce, Reason.Misunderstood, Prompts.Read("We don't need it, he thinks it's only for forklifts. I hadn't told him it covers hoists."));

    [Fact]
    public void Closes_when_the_reason_was_heard_and_answered_and_it_is_still_no() =>
        Reads(NextStep.CloseGracefully, Reason.Price, Prompts.Read("It's still no.", noes: 2, askedWhy: true, why: "too expensive; I offered the two-year rate"));

    [Fact]
    public void Closes_at_the_third_no() =>
        Reads(NextStep.CloseGracefully, Reason.NoneGiven, Prompts.Read("No thanks.", noes: 3));

    [Fact]
    public void Closes_when_the_time_is_no_longer_worth_it() =>
        Reads(NextStep.CloseGracefully, Reason.Timing, Prompts.Read("Not right now.", noes: 2, worth: false));

    [Fact]
    public void Keeps_a_firm_date_however_many_noes() =>
        Reads(NextStep.Nurture, Reason.Timing, Prompts.Read("No, no and no. Call me on the 4th of March.", noes: 6, worth: false));

    [Theory]
    [InlineData("We're waiting for the board.", Reason.Waiting)]
    [InlineData("There's no budget left this year.", Reason.Budget)]
    [InlineData("Not this month, we're moving.", Reason.Timing)]
    public void Puts_time_before_what_can_be_answered(string said, Reason reason) =>
        Reads(NextStep.Nurture, reason, Prompts.Read(said + " And it's rather pricey."));

    [Theory]
    [InlineData("It's too expensive.", Reason.Price)]
    [InlineData("I'm totally confused by the two packages.", Reason.Confused)]
    [InlineData("I thought we had to pay it all up front.", Reason.Misunderstood)]
    public void Answers_a_reason_once_before_it_reads_the_body(string said, Reason reason) =>
        Reads(NextStep.AnswerOnce, reason, Prompts.Read(said, "stepped back, looked at the door", channel: ContactChannel.InPerson));

    [Theory]
    [InlineData("Let me think about it.", "stepped back, looked at the door")]
    [InlineData("Very nice.", "no reply for two weeks since")]
    public void Checks_when_polite_words_and_the_body_disagree(string said, string body) =>
        Reads(NextStep.CheckFollowUp, Reason.NoneGiven, Prompts.Read(said, body));

    [Fact]
    public void Takes_silence_for_silence() =>
        Reads(NextStep.CheckFollowUp, Reason.NoneGiven, Prompts.Read("", channel: ContactChannel.Message));

    [Fact]
    public void Asks_why_when_nothing_is_behind_the_no() =>
        Reads(NextStep.AskWhy, Reason.NoneGiven, Prompts.Read("No thank you.", "smiled and kept talking"));

    [Fact]
    public void Closes_when_why_was_asked_and_brought_nothing() =>
        Reads(NextStep.CloseGracefully, Reason.NoneGiven, Prompts.Read("No thank you.", noes: 2, askedWhy: true));

    private static void Reads(NextStep step, Reason reason, NoReading reading) => Assert.Equal((step, reason), (reading.Step, reading.Reason));
}
