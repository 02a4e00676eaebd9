using CoachBot.Reading;

namespace CoachBot.Tests.Debrief;

public sealed class A_case_that_goes_on(Coaches coaches) : IClassFixture<Coaches>
{
    private readonly CoachApp _coach = coaches.Shared;

    [Fact]
    public async Task Leads_from_ask_why_to_an_answer_and_from_the_answer_to_a_close_for_that_reason()
    {
        var rep = await DoneAsync("ask-why");

        (await rep.Says("I asked, she said it's just too expensive")).Hears("debrief.goes-on.start").IsAsked("still-no", "answered");
        await rep.Taps("Not a no");
        Is(rep, "answer-once.price");
        await rep.GoesOnAgainAsync();
        (await rep.Taps("They answered")).IsAsked("said-now", "answered");
        (await rep.Says("She said no thanks, again.")).IsAsked("still-no", "answered");
        await rep.Taps("Another no");

        Is(rep, "close-gracefully.price");
    }

    [Fact]
    public async Task Leads_from_ask_why_to_a_later_date_when_it_is_the_budget()
    {
        var rep = await DoneAsync("ask-why");
        await rep.Says("I asked, she said it's the budget");
        await rep.Taps("Not a no");
        await rep.SettlesDoubtAsync();
        Is(rep, "nurture.budget");
    }

    [Fact]
    public async Task Never_asks_why_a_second_time()
    {
        var rep = await DoneAsync("ask-why");
        await rep.Taps("They answered");
        await rep.Says("No thanks.");
        await rep.Taps("Another no");
        Assert.DoesNotContain("ask-why", KindOf(rep).Id, StringComparison.Ordinal);
        Assert.True(rep.ShowsReading);
        await rep.CorrectsAsync("ask-why.none-given");
        Assert.Equal(_coach.Get<CoachBot.Debrief.CaseScripts>().Title(NextStep.CloseGracefully, Reason.NoneGiven), Chat.TextsOf(rep.Card).First());
    }

    [Fact]
    public async Task Gives_the_last_gentle_chance_once_in_its_life()
    {
        var rep = await DoneAsync("close-gracefully", words: 1);
        await rep.Taps("They answered");
        await rep.Says("No, really, we don't need it.");
        await rep.Taps("Another no");
        Is(rep, "close-gracefully.no-need");
        await rep.Taps("That fits");
        Assert.DoesNotContain('?', string.Join('\n', rep.Lines));
    }

    [Fact]
    public async Task Is_over_for_good_when_they_choose_to_be_off_the_list()
    {
        var rep = await DoneAsync("check-follow-up");
        (await rep.Taps("They answered")).IsAsked("chose", "answered");

        await rep.Taps("Rather not hear from me");

        Assert.Equal(_coach.Get<CoachBot.Debrief.CaseScripts>().Title(NextStep.HonourNo, Reason.NoContact), Chat.TextsOf(rep.Card).First());
        await rep.GoesOnAgainAsync(fits: false);
        Assert.Equal(["New debrief"], rep.Buttons);
        (await rep.Says("they answered")).Hears("debrief.goes-on.closed-for-good");
    }

    [Fact]
    public async Task Follows_up_as_agreed_when_they_are_glad_of_it()
    {
        var rep = await DoneAsync("check-follow-up");
        await rep.Taps("They answered");
        (await rep.Taps("Glad if I follow up")).IsAsked("said-now", "answered");
        await rep.Says("Yes, please call me in March.");
        Assert.Equal(_coach.Get<CoachBot.Debrief.CaseScripts>().Title(NextStep.Nurture, Reason.Timing), Chat.TextsOf(rep.Card).First());
    }

    [Fact]
    public async Task Never_checks_about_follow_up_twice()
    {
        var rep = await DoneAsync("check-follow-up");
        await rep.Taps("They answered");
        await rep.Taps("They eased up");
        await rep.Says("Mm, we'll see.");
        await rep.Taps("Not a no");
        await rep.SettlesDoubtAsync();
        await rep.CorrectsAsync("check-follow-up.none-given");
        Assert.NotEqual(_coach.Get<CoachBot.Debrief.CaseScripts>().Title(NextStep.CheckFollowUp, Reason.NoneGiven), Chat.TextsOf(rep.Card).First());
    }

    [Fact]
    public async Task Ends_gladly_with_a_yes()
    {
        var rep = await DoneAsync("answer-once");
        await rep.Taps("They answered");
        await rep.Says("Alright then, send it over!");
        (await rep.Taps("They said yes!")).Hears("debrief.goes-on.won");
    }

    [Fact]
    public async Task Takes_back_only_what_was_said_this_time()
    {
        var rep = await DoneAsync("ask-why");
        await rep.Taps("They answered");
        (await rep.Says("back")).Hears("conversation.nothing-to-go-back").IsAsked("said-now", "answered");
        (await rep.Says("it is too expensive")).IsAsked("still-no", "answered");
        (await rep.Says("back")).Hears("conversation.went-back").IsAsked("said-now", "answered");
        await rep.Says("it is too expensive");
        await rep.Taps("Not a no");
        (await rep.Says("back")).Hears("conversation.went-back").IsAsked("said");
        (await rep.Says("it's the budget")).IsAsked("why");
        await rep.Says("the budget");
        await rep.SettlesDoubtAsync();
        Is(rep, "nurture.budget");
    }

    [Fact]
    public async Task Is_not_lost_when_another_is_begun_in_the_middle_of_it()
    {
        var rep = await DoneAsync("ask-why");
        await rep.Taps("They answered");
        (await rep.Says("start over")).IsAsked("offer");
        await rep.Says("cancel");
        await rep.Says("start over");
        await rep.Says("cancel");
        (await rep.Says("they answered")).Hears("debrief.goes-on.start").IsAsked("said-now", "answered");
        Assert.Contains("Anna", rep.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task May_go_on_while_the_words_are_still_on_the_table()
    {
        var rep = await _coach.Chat("at-once").TellsAsync(ANo.ForEachStep["ask-why"]);
        await rep.Taps("That fits");

        (await rep.Says("I asked, she said it's the budget")).IsAsked("still-no", "answered");
        await rep.Taps("Not a no");

        await rep.SettlesDoubtAsync();
        Is(rep, "nurture.budget");
    }

    [Theory]
    [InlineData("honour-no")]
    [InlineData("back-off")]
    public async Task Never_goes_on_while_the_words_are_on_the_table_once_they_asked_for_quiet_or_had_enough(string step)
    {
        var rep = await _coach.Chat($"quiet-{step}").TellsAsync(ANo.ForEachStep[step]);
        await rep.Taps("That fits");

        (await rep.Says("I asked, she said it's the budget")).Hears("debrief.goes-on.closed-for-good").Hears("debrief.words.ask");
    }

    [Fact]
    public async Task Is_found_behind_a_newer_one_that_is_closed_for_good()
    {
        var rep = await DoneAsync("ask-why");
        await rep.TellsAsync(ANo.ForEachStep["honour-no"] with { Customer = "Berta" });
        await rep.GoesOnToTheRecapAsync();

        (await rep.Says("they answered")).Hears("debrief.goes-on.start");

        Assert.Contains("Anna", rep.Heard, StringComparison.Ordinal);
    }

    private async Task<Chat> DoneAsync(string step, int words = 0, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var rep = await _coach.Chat(test).TellsAsync(ANo.ForEachStep[step]);
        if (words > 0)
        {
            await rep.Taps("That fits");
            Assert.Equal(words, string.Join('\n', rep.Lines).Count(c => c == '?'));
            await rep.Says("back");
        }

        return await rep.GoesOnToTheRecapAsync();
    }

    private NoKind KindOf(Chat rep) => _coach.Get<NoKinds>().All.First(k => k.Kind == Chat.TextsOf(rep.Card).First());

    private void Is(Chat rep, string kind) => Assert.True(kind == KindOf(rep).Id, string.Join('\n', rep.Transcript.TakeLast(7)));
}
