using System.Text.Json.Nodes;
using CoachBot.Reading;

namespace CoachBot.Tests.Debrief;

public sealed class An_interruption(Coaches coaches) : IClassFixture<Coaches>
{
    private static readonly ANo Told = ANo.ForEachStep["answer-once"] with { Reply = "I thanked her and left", Why = "too much money", Guess = "too-dear" };

    private readonly CoachApp _coach = coaches.Shared;

    /// <summary>Every question of the flow, and the cards after it.</summary>
    public static TheoryData<string> Stages => [.. Told.Answers().Select(a => a.Question), "reading", "words", "craft", "commitment"];

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Is_met_kindly_and_leaves_the_question_standing(string stage)
    {
        var rep = await AtAsync(stage);
        var waiting = rep.LastText;

        await Is(rep.Says("help"), "conversation.help", waiting);
        await Is(rep.Says("hi"), "conversation.hello-again", waiting);
        await Is(rep.Says("  \n "), "conversation.blank", waiting);
        await Is(rep.Says("\0\u200b\ufeff"), "conversation.blank", waiting);
        await Is(rep.Says(null), "conversation.blank", waiting);
        await Is(rep.Sends(Picture()), "conversation.only-words", waiting);
        await Is(rep.Says("they answered"), "debrief.goes-on.busy", waiting);
        await Is(rep.Presses(new JsonObject { ["nonce"] = "1.offer.77", ["answer"] = "skip" }), "conversation.stale-button", waiting);
        await rep.Says("what do you mean by that?");
        Assert.NotEmpty(rep.Replies);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Can_be_a_pause_from_which_everything_goes_on(string stage)
    {
        var rep = await AtAsync(stage);
        var waiting = rep.LastText;

        (await rep.Says("cancel")).Hears("conversation.cancelled");
        if (stage == "offer")
            return;
        (await rep.Says("debrief")).Hears("conversation.resumed");

        Assert.Equal(waiting, rep.LastText);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Can_be_a_step_back(string stage)
    {
        var rep = await AtAsync(stage);
        var before = Stages.TakeWhile(s => s.Data != stage).Select(s => s.Data).LastOrDefault();

        await rep.Says("back");

        if (before is null)
            rep.Hears("conversation.nothing-to-go-back").IsAsked("offer");
        else if (before is "reading")
            Assert.True(rep.Hears("conversation.went-back").ShowsReading);
        else if (before is "words")
            rep.Hears("conversation.went-back").Hears("debrief.words.follows");
        else if (before is not "craft")
            rep.Hears("conversation.went-back").IsAsked(before);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Can_be_a_fresh_start(string stage)
    {
        var rep = await AtAsync(stage);

        (await rep.Says("start over")).Hears("conversation.started-over").IsAsked("offer");
        (await rep.Says("roof repair")).IsAsked("customer");
    }

    [Theory]
    [InlineData("actually it was twice", "2")]
    [InlineData("Sorry, I meant three", "3")]
    public async Task Puts_an_earlier_answer_right(string text, string _)
    {
        var rep = await AtAsync("guess");
        (await rep.Says(text)).Hears("debrief.corrected").IsAsked("guess");
        await rep.Says("skip");
        await rep.SettlesDoubtAsync();
        // One no that was answered by nothing yet: another count is read as another kind.
        Assert.True(rep.ShowsReading);
    }

    [Fact]
    public async Task Puts_the_channel_right_at_the_reading_and_the_words_follow()
    {
        var rep = await AtAsync("reading");
        Assert.True((await rep.Says("sorry, I meant by e-mail")).Hears("debrief.corrected").ShowsReading);
        (await rep.Says("yes")).Hears("debrief.words.to-write");
    }

    [Theory]
    [InlineData("no, it was the price", "answer-once.price")]
    [InlineData("no, it was no contact", "honour-no.no-contact")]
    [InlineData("no, it was the timing", "nurture.timing")]
    [InlineData("not now", "nurture.timing")]
    [InlineData("they were angry", "back-off.irritated")]
    public async Task Puts_the_reading_right(string text, string kind)
    {
        var rep = await AtAsync("reading");
        await rep.Says(text);
        var titled = _coach.Get<NoKinds>().Find(kind)!;
        Assert.Equal(_coach.Get<CoachBot.Debrief.CaseScripts>().Title(titled.Step, titled.Reason), Chat.TextsOf(rep.Card).First());
    }

    [Fact]
    public async Task Asks_a_named_answer_again()
    {
        var rep = await AtAsync("reading");
        (await rep.Says("change the customer")).Hears("debrief.corrected").IsAsked("customer");
        Assert.True((await rep.Says("Berta")).ShowsReading);
    }

    [Theory]
    [InlineData("not now")]
    [InlineData("stop")]
    [InlineData("Stop it!")]
    [InlineData("Enough.")]
    [InlineData("why?")]
    [InlineData("I meant to call you")]
    [InlineData("Sorry, it was a bad call.")]
    [InlineData("42")]
    [InlineData("Nein danke, wir haben kein Interesse.")]
    [InlineData("No, gracias, es demasiado caro.")]
    [InlineData("لا شكراً، ليس الآن")]
    [InlineData("🙄🙄")]
    public async Task Is_no_interruption_when_it_is_what_the_customer_said(string quote)
    {
        var rep = await _coach.Chat($"quote-{quote}").TellsUpToAsync("said", Told);

        (await rep.Says(quote)).IsAsked("body");
        Assert.Equal("Face to face", Told.Channel);
        (await rep.Says("back")).IsAsked("said");
        (await rep.Says("back")).IsAsked("channel");
    }

    [Fact]
    public async Task Is_no_interruption_when_it_is_the_guess()
    {
        var rep = await AtAsync("guess");
        await rep.Says("Not now");
        await rep.SettlesDoubtAsync();
        rep.Hears("debrief.reading.guess");
        Assert.Contains("Not now", rep.Heard.Split('\n').First(l => l.Contains("Your guess", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("channel")]
    [InlineData("noes")]
    [InlineData("why-asked")]
    [InlineData("worth")]
    public async Task Of_the_wrong_shape_is_asked_about_once_and_then_taken_as_it_is(string stage)
    {
        var rep = await AtAsync(stage);
        await rep.Says("purple monkey dishwasher");
        Assert.Equal(_coach.Flows["debrief"].Questions.First(q => q.Id == stage).Retry, rep.LastText);
        await rep.Says("purple monkey dishwasher");
        Assert.NotEqual(_coach.Flows["debrief"].Questions.First(q => q.Id == stage).Retry, rep.LastText);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Of_ten_thousand_characters_is_no_dead_end(string stage)
    {
        var rep = await AtAsync(stage);
        foreach (var text in (string[])[new string('x', 10_000), string.Concat(Enumerable.Repeat("👩‍👩‍👧 ", 1000)), string.Concat(Enumerable.Repeat("שלום ", 2000))])
        {
            await rep.Says(text);
            Assert.NotEmpty(rep.Replies);
            Assert.DoesNotContain(_coach.Phrases.Say("conversation.error"), rep.Heard, StringComparison.Ordinal);
        }
    }

    private static async Task Is(Task<Chat> turn, string phrase, string waiting) => Assert.Equal(waiting, (await turn).Hears(phrase).LastText);

    private async Task<Chat> AtAsync(string stage, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var rep = _coach.Chat($"{test}-{stage}-{Guid.NewGuid():n}");
        if (Told.Answers().Any(a => a.Question == stage))
            return await rep.TellsUpToAsync(stage, Told);
        await rep.TellsAsync(Told);
        if (stage == "reading")
            return rep;
        await rep.Says("that fits");
        if (stage == "words")
            return rep;
        await rep.Says("go on");
        if (stage == "craft")
            return rep;
        return await rep.Taps(rep.Buttons[0]);
    }

    private static JsonObject Picture() => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = "https://example.com/a.png" }),
    };
}
