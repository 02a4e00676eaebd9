using System.Text.Json.Nodes;

namespace CoachBot.Tests.Debrief;

public sealed class Whatever_is_said(Coaches coaches, ITestOutputHelper output) : IClassFixture<Coaches>
{
    private const int Turns = 120;

    private static readonly string?[] Said =
    [
        "debrief", "form", "help", "hi", "cancel", "back", "start over", "they answered", "go on", "skip", "yes", "no", "nothing", "not now", "stop",
        "annual maintenance plan", "Anna", "on the phone", "by e-mail", "too expensive", "please never call me again", "twice", "7", "0", "-1", "99999999999999", "3.5",
        "no, it was the price", "actually it was twice", "sorry, I meant online", "change the customer", "change the why", "change my guess", "I asked, she said it's the budget",
        "shorter", "warmer", "another way", "send me the words alone", "that fits", "why do you ask", "what?", "?", "!!!", "🙂", "👩‍👩‍👧‍👦", "مرحبا", "שלום עולם", "Nein, danke", "una vez",
        "", "   ", null, "\0", "\u200b\u200d", "\u202eabc", "<at>all</at> **x** [y](http://evil.test)", "{customer}", "${nonce}", "{\"a\":1}", "' OR 1=1 --", new string('y', 10_000),
    ];

    private readonly CoachApp _coach = coaches.Shared;

    [Theory]
    [InlineData(11)]
    [InlineData(23)]
    [InlineData(37)]
    public async Task Is_answered_and_never_ends_in_an_error(int seed)
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 10), TestContext.Current.CancellationToken, async (walk, _) =>
        {
            var rep = _coach.Chat($"walk-{seed}-{walk}", channel: walk % 2 == 0 ? "msteams" : "webchat");
            var dice = new Random((seed * 1000) + walk);
            var error = _coach.Phrases.Say("conversation.error");
            for (var turn = 0; turn < Turns; turn++)
            {
                await TurnAsync(rep, dice);
                Assert.True(rep.Replies.Count > 0, $"No answer to the last of:\n{string.Join('\n', rep.Transcript.TakeLast(8))}");
                Assert.False(rep.Heard.Contains(error, StringComparison.Ordinal), $"An error after:\n{string.Join('\n', rep.Transcript.TakeLast(8))}");
            }
        });
        output.WriteLine($"{10 * Turns} turns");
    }

    [Fact]
    public async Task Leaves_the_answers_that_were_given()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 12), TestContext.Current.CancellationToken, async (walk, _) =>
        {
            var dice = new Random(walk);
            string?[] digressions = ["help", "hi", "they answered", "", null, "cancel", "why do you ask"];
            var no = ANo.ForEachStep["answer-once"] with { Customer = $"Anna{walk}", Offer = $"plan {walk}" };
            var rep = await _coach.Chat($"kept-{walk}").Says("debrief");
            foreach (var (question, answer) in no.Answers())
            {
                for (var n = dice.Next(3); n > 0; n--)
                {
                    await rep.Says(digressions[dice.Next(digressions.Length)]);
                    if (rep.Heard.Contains(_coach.Phrases.Say("conversation.cancelled"), StringComparison.Ordinal))
                        await rep.Says("debrief");
                }

                rep.IsAsked(question);
                await rep.Says(answer);
            }

            await rep.SettlesDoubtAsync();
            rep.Hears("debrief.reason.price");
            await rep.GoesOnToTheRecapAsync();
            Assert.Contains($"Anna{walk}", rep.Heard, StringComparison.Ordinal);
            Assert.Contains($"plan {walk}", rep.Heard, StringComparison.Ordinal);
        });
    }

    private static Task<Chat> TurnAsync(Chat rep, Random dice)
    {
        var buttons = rep.Buttons;
        if (buttons.Count > 0 && dice.Next(3) > 0)
            return rep.Taps(buttons[dice.Next(buttons.Count)]);
        return dice.Next(12) switch
        {
            0 => rep.Presses(new JsonObject { ["nonce"] = "1.offer.1", ["answer"] = "skip" }),
            1 => rep.Presses(new JsonObject { ["answer"] = dice.Next(2) == 0 ? "they-answered" : "debrief" }),
            2 => rep.Presses(new JsonObject { ["x"] = new JsonArray(1, 2) }),
            _ => rep.Says(Said[dice.Next(Said.Length)]),
        };
    }
}
