namespace CoachBot.Tests.Debrief;

public sealed class A_debrief_taken_up_again
{
    private static readonly ANo Told = ANo.ForEachStep["answer-once"];

    [Theory]
    [InlineData("customer")]
    [InlineData("body")]
    [InlineData("guess")]
    public async Task After_a_restart_waits_at_the_same_question(string question)
    {
        var before = new CoachApp();
        await before.Chat().TellsUpToAsync(question, Told);

        await using var coach = await before.RestartAsync();
        var rep = coach.Chat();

        (await rep.Says("hi")).Hears("conversation.hello-again").IsAsked(question);
        foreach (var (_, answer) in Told.Answers().SkipWhile(a => a.Question != question))
            await rep.Says(answer);
        Assert.True(rep.ShowsReading, rep.Heard);
        Assert.Contains("too expensive", rep.Heard, StringComparison.Ordinal);
        await rep.GoesOnToTheRecapAsync();
        Assert.Contains("Anna", rep.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_restarts_at_the_reading_the_words_and_the_recap_goes_on_to_the_next_round()
    {
        var coach = new CoachApp();
        var rep = await coach.Chat().TellsAsync(Told);

        (coach, rep) = await RestartedAsync(coach);
        (await rep.Says("yes")).Hears("debrief.words.to-say");
        (coach, rep) = await RestartedAsync(coach);
        Assert.NotEmpty((await rep.Says("go on")).Buttons);
        (coach, rep) = await RestartedAsync(coach);
        (await rep.Says("I explained too much")).Hears("debrief.commitment.ask");
        (coach, rep) = await RestartedAsync(coach);
        (await rep.Says("call Anna once")).Hears("debrief.recap.ask");
        (coach, rep) = await RestartedAsync(coach);
        (await rep.Says("I asked, she said it's the budget")).Hears("debrief.goes-on.start");
        await coach.DisposeAsync();
    }

    [Fact]
    public async Task Is_never_another_persons_nor_another_chats_nor_another_tenants()
    {
        await using var coach = new CoachApp();
        var ada = coach.Chat("ada", "shared");
        var ben = coach.Chat("ben", "shared");
        var adaElsewhere = coach.Chat("ada", "other");
        var adaOnThePage = coach.Chat("ada", "shared", channel: "webchat");

        await ada.Says("debrief");
        await ada.Says("the secret plan");
        (await ben.Says("debrief")).IsAsked("offer");
        (await adaElsewhere.Says("debrief")).IsAsked("offer");
        (await adaOnThePage.Says("debrief")).IsAsked("offer");
        (await ben.Says("start over")).IsAsked("offer");
        await ben.Says("another plan");
        (await ada.Says("hi")).IsAsked("customer");
        await ben.Says("cancel");
        (await ada.Says("Anna")).IsAsked("channel");

        Assert.DoesNotContain("secret", string.Join('\n', ben.Transcript.Concat(adaElsewhere.Transcript).Concat(adaOnThePage.Transcript)), StringComparison.Ordinal);
    }

    private static async Task<(CoachApp Coach, Chat Rep)> RestartedAsync(CoachApp coach)
    {
        var again = await coach.RestartAsync();
        return (again, again.Chat());
    }
}
