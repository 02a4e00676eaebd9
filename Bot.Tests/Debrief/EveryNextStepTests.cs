using CoachBot.Reading;
using CoachBot.Scripts;

namespace CoachBot.Tests.Debrief;

public sealed class A_debrief_to_each_next_step(Coaches coaches) : IClassFixture<Coaches>
{
    private readonly CoachApp _coach = coaches.Shared;

    public static TheoryData<string> Steps => [.. ANo.ForEachStep.Keys];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Reads_the_words_and_says_what_led_there(string step)
    {
        var no = ANo.ForEachStep[step] with { Guess = "Don't want or need it" };
        var rep = await Rep(step).TellsAsync(no);

        var kind = Assert.Single(_coach.Get<NoKinds>().All, k => k.Kind == Chat.TextsOf(rep.Card).First());
        Assert.Equal(step, kind.Step.Key());
        rep.Hears($"debrief.reason.{kind.Reason.Key()}").Hears("debrief.reading.sure");
        if (step is "check-follow-up")
            rep.Hears("debrief.reading.ask-dont-assume");
        Assert.Contains("Don't want or need it", rep.Heard, StringComparison.Ordinal);
        var told = string.Join('\n', no.Said, no.Body, no.Why);
        var quotes = rep.Heard.Split('\n').Where(l => l.StartsWith('“')).Select(l => l.Trim('“', '”')).ToList();
        Assert.All(quotes, q => Assert.Contains(q, told, StringComparison.Ordinal));
        Assert.True(quotes.Count > 0 || step == "ask-why", "nothing that was told is quoted");
        Assert.InRange(_coach.Get<ScriptBook>().FirstLinesFor(new ScriptRequest(kind.Step, kind.Reason) { Offer = no.Offer }).ToList().FindIndex(l => l == rep.LastText), 0, 9);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Gives_words_with_their_article_and_their_moves_in_order(string step)
    {
        var rep = await Rep(step).TellsAsync(ANo.ForEachStep[step]);
        var kind = _coach.Get<NoKinds>().All.First(k => k.Kind == Chat.TextsOf(rep.Card).First());

        await rep.Taps("That fits");

        var book = _coach.Get<ScriptBook>();
        var script = book.Find(new ScriptRequest(kind.Step, kind.Reason) { Offer = "annual maintenance plan", Customer = "Anna", WhyAsked = ANo.ForEachStep[step].Why is not null, DateKnown = step == "nurture" })[0];
        Assert.Equal(script.Title, Chat.TextsOf(rep.Card).First());
        Assert.Contains(script.Why, rep.Heard, StringComparison.Ordinal);
        Assert.All(script.Follows, article => Assert.Contains(book.Articles[article], rep.Heard, StringComparison.Ordinal));
        Assert.Equal(script.Lines.Select(l => l.Text), rep.Lines);

        List<string> seen = [string.Join('\n', rep.Lines)];
        foreach (var wish in (string[])["Shorter", "Warmer", "Plainer", "Another way"])
        {
            await rep.Taps(wish);
            seen.Add(string.Join('\n', rep.Lines));
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Ends_with_both_sides_of_the_craft_one_commitment_and_a_recap(string step)
    {
        var rep = await Rep(step).TellsAsync(ANo.ForEachStep[step]);
        await rep.Taps("That fits");
        await rep.GoesOnFromTheWordsAsync();
        var craft = rep.Buttons[^1];
        Assert.StartsWith("Nothing", craft, StringComparison.Ordinal);
        (await rep.Taps(craft)).Hears("debrief.commitment.ask");
        var commitment = rep.Buttons[0];
        (await rep.Taps(commitment)).Hears("debrief.recap.ask");

        foreach (var kept in (string[])["Anna", "annual maintenance plan", craft, commitment])
            Assert.Contains(kept, rep.Heard, StringComparison.Ordinal);
        var quiet = step is "honour-no" or "back-off";
        rep.Hears(quiet ? "debrief.recap.closing-quiet" : "debrief.recap.closing");
        Assert.Equal(quiet ? ["New debrief"] : ["They answered", "New debrief"], rep.Buttons);
        (await rep.Taps("New debrief")).IsAsked("offer");
    }

    [Fact]
    public async Task Sends_the_words_alone_as_a_message_of_their_own_in_Teams()
    {
        var rep = await Rep("alone").TellsAsync(ANo.ForEachStep["support-choice"]);
        await rep.Taps("That fits");
        var said = string.Join('\n', rep.Lines);

        await rep.Taps("Send me the words alone");

        var message = Assert.Single(rep.Replies);
        Assert.Equal("plain", (string?)message["textFormat"]);
        Assert.Null(message["attachments"]);
        Assert.All(Chat.Text(message).Split('\n'), line => Assert.Contains(line, said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Copies_the_words_in_one_tap_in_the_chat_page()
    {
        var rep = await _coach.Chat("page", channel: "webchat").TellsAsync(ANo.ForEachStep["answer-once"]);
        await rep.Taps("That fits");

        var copy = rep.DataOf("Copy the words")!;
        Assert.Equal("copy", (string?)copy["coach"]);
        Assert.All(((string)copy["text"]!).Split('\n'), line => Assert.Contains(line, rep.Lines));
        Assert.DoesNotContain("Send me the words alone", rep.Buttons);
    }

    [Fact]
    public async Task Follows_the_correction_of_the_reading()
    {
        var rep = await Rep("corrected").TellsAsync(ANo.ForEachStep["ask-why"]);

        (await rep.Says("no, it was the price")).Hears("debrief.words.to-say");

        Assert.Equal(_coach.Get<ScriptBook>().Find(new ScriptRequest(NextStep.AnswerOnce, Reason.Price))[0].Title, Chat.TextsOf(rep.Card).First());
        await rep.Says("go on");
        await rep.Taps(rep.Buttons[0]);
        await rep.Taps(rep.Buttons[0]);
        Assert.Contains(_coach.Get<NoKinds>().Of(NextStep.AnswerOnce, Reason.Price).Kind, rep.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follows_a_correction_picked_from_the_list()
    {
        var rep = await Rep("picked").TellsAsync(ANo.ForEachStep["ask-why"]);

        var change = rep.DataOf("Change it")!;
        (await rep.Presses(change)).Hears("debrief.reading.not-understood");
        await rep.Presses(change, "Change it", ("correction", "nurture.budget"));

        Assert.Equal(_coach.Get<ScriptBook>().Find(new ScriptRequest(NextStep.Nurture, Reason.Budget))[0].Title, Chat.TextsOf(rep.Card).First());
    }

    private Chat Rep(string step, [System.Runtime.CompilerServices.CallerMemberName] string test = "") => _coach.Chat($"{test}-{step}");
}
