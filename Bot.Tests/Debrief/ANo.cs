using System.Text.Json.Nodes;

namespace CoachBot.Tests.Debrief;

/// <summary>A no as a rep tells it to the coach, one answer after the other; what is null is left open.</summary>
internal sealed record ANo(string Said)
{
    public string Offer { get; init; } = "annual maintenance plan";

    public string? Customer { get; init; } = "Anna";

    public string Channel { get; init; } = "Face to face";

    public string? Body { get; init; }

    public string? Reply { get; init; }

    public string Noes { get; init; } = "Once";

    /// <summary>What they answered when asked why; null if why was not asked.</summary>
    public string? Why { get; init; }

    public string Worth { get; init; } = "Yes";

    public string? Guess { get; init; }

    /// <summary>One saying for each next step that the words (and the body) alone lead to.</summary>
    public static IReadOnlyDictionary<string, ANo> ForEachStep { get; } = new Dictionary<string, ANo>
    {
        ["ask-why"] = new("No thanks.") { Body = "she smiled and kept looking at me" },
        ["answer-once"] = new("It's just too expensive for us."),
        ["nurture"] = new("Not now, please ask me again in September."),
        ["check-follow-up"] = new("Mm, we'll see.") { Body = "stepped back, looked at the door" },
        ["honour-no"] = new("Please don't contact me again."),
        ["close-gracefully"] = new("We don't need it and we never will.") { Why = "we do it all ourselves" },
        ["support-choice"] = new("We've decided to go with another company."),
        ["back-off"] = new("Will you stop pushing me! I've had it with you!") { Body = "shouted and slammed the door" },
    };

    /// <summary>The answers in the order of the questions.</summary>
    public IEnumerable<(string Question, string Answer)> Answers()
    {
        yield return ("offer", Offer);
        yield return ("customer", Customer ?? "skip");
        yield return ("channel", Channel);
        yield return ("said", Said);
        yield return ("body", Body ?? "skip");
        yield return ("reply", Reply ?? "skip");
        yield return ("noes", Noes);
        yield return ("why-asked", Why is null ? "No" : "Yes");
        if (Why is not null)
            yield return ("why", Why.Length == 0 ? "skip" : Why);
        yield return ("worth", Worth);
        yield return ("guess", Guess ?? "skip");
    }
}

/// <summary>The stretches of a debrief that every transcript walks.</summary>
internal static class Walks
{
    /// <summary>Tells everything, and settles a doubt by its first answer, until the reading is there.</summary>
    public static async Task<Chat> TellsAsync(this Chat rep, ANo no)
    {
        await rep.Says("debrief");
        foreach (var (question, answer) in no.Answers())
        {
            rep.IsAsked(question);
            await rep.Says(answer);
        }

        return await rep.SettlesDoubtAsync();
    }

    /// <summary>Tells the answers up to a question, which then waits.</summary>
    public static async Task<Chat> TellsUpToAsync(this Chat rep, string question, ANo no)
    {
        await rep.Says("debrief");
        foreach (var (asked, answer) in no.Answers().TakeWhile(a => a.Question != question))
            await rep.IsAsked(asked).Says(answer);
        return rep.IsAsked(question);
    }

    public static async Task<Chat> SettlesDoubtAsync(this Chat rep)
    {
        if (!rep.ShowsReading)
            await rep.Taps(rep.Buttons[0]);
        Assert.True(rep.ShowsReading, $"There is no reading, but:\n{rep.Heard}");
        return rep;
    }

    /// <summary>From the reading to the recap, by the first button of each card.</summary>
    public static async Task<Chat> GoesOnToTheRecapAsync(this Chat rep)
    {
        await rep.Taps("That fits");
        await rep.GoesOnFromTheWordsAsync();
        await rep.Taps(rep.Buttons[0]);
        return await rep.Taps(rep.Buttons[0]);
    }

    /// <summary>Has the words, and wants no reminder where a date could be set.</summary>
    public static async Task<Chat> GoesOnFromTheWordsAsync(this Chat rep)
    {
        await rep.Taps("Go on");
        return rep.Buttons.FirstOrDefault(b => b is "No reminder" or "No, let it rest") is { } none ? await rep.Taps(none) : rep;
    }

    /// <summary>A later round: the craft was asked in the first one.</summary>
    public static async Task<Chat> GoesOnAgainAsync(this Chat rep, bool fits = true)
    {
        if (fits)
            await rep.Taps("That fits");
        await rep.GoesOnFromTheWordsAsync();
        return await rep.Taps(rep.Buttons[0]);
    }

    /// <summary>Puts the reading right in one tap.</summary>
    public static Task<Chat> CorrectsAsync(this Chat rep, string kind) =>
        rep.Presses(new JsonObject { ["nonce"] = (string)rep.DataOf("That fits")!["nonce"]!, ["answer"] = kind }, kind);

    extension(Chat rep)
    {
        public bool ShowsReading => rep.DataOf("That fits") is not null;

        /// <summary>The lines of the words card: what is to be said, with the stage directions.</summary>
        public IReadOnlyList<string> Lines =>
            [.. rep.Card!["body"]!.AsArray().Where(p => (string?)p!["style"] == "emphasis").SelectMany(p => Chat.TextsOf(p!["items"])).Skip(1)];
    }
}
