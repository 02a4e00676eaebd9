namespace CoachBot.Tests.Debrief;

public sealed class A_guided_debrief
{
    [Fact]
    public async Task Walks_from_the_first_question_to_a_recap_and_on_to_what_they_answered()
    {
        await using var coach = new CoachApp();
        var rep = coach.Chat();

        (await rep.Says("debrief")).Hears("debrief.start").IsAsked("offer");
        (await rep.Says("annual maintenance plan")).IsAsked("customer");
        (await rep.Says("Anna")).IsAsked("channel");
        (await rep.Taps("Face to face")).IsAsked("said");
        (await rep.Says("It's just too expensive for us.")).IsAsked("body");
        (await rep.Says("she held steady, looked at me")).IsAsked("reply");
        (await rep.Says("I thanked her and said I understand")).IsAsked("noes");
        (await rep.Taps("Once")).IsAsked("why-asked");
        (await rep.Taps("No")).IsAsked("worth");
        (await rep.Taps("Yes")).IsAsked("guess");
        (await rep.Taps("Too expensive, or not clear")).Hears("debrief.reading.led-by").Hears("debrief.reason.price");
        (await rep.Taps("That fits")).Hears("debrief.words.to-say");
        await rep.Says("go on");
        await rep.Taps(rep.Buttons[0]);
        (await rep.Taps(rep.Buttons[0])).Hears("debrief.recap.ask");

        (await rep.Taps("They answered")).Hears("debrief.goes-on.start").IsAsked("said-now", "answered");
        (await rep.Says("it is still too much for us")).IsAsked("still-no", "answered");
        (await rep.Taps("Another no")).Hears("debrief.reading.once-asked");
    }
}
