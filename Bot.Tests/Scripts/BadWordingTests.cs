using CoachBot.Scripts;

namespace CoachBot.Tests.Scripts;

/// <summary>What an obedient or careless model may make of a script: one line of it, put to one move of a written script that stands otherwise.</summary>
public sealed class A_bad_wording
{
    public static TheoryData<WhyRefused, string, string, string> All => new()
    {
        // A second ask, with or without its mark.
        { WhyRefused.SecondAsk, "ask-why", "accept", "Thank you, Anna. Is that your answer?" },
        { WhyRefused.SecondAsk, "ask-why", "ask", "What made you say no? Was it the price?" },
        { WhyRefused.SecondAsk, "ask-why, written", "room", "Was it the timing, the cost, or an unclear question?" },
        { WhyRefused.SecondAsk, "check-follow-up", "no-leverage", "I do it so that you have what you need. Would you like to be on my list?" },
        { WhyRefused.SecondAsk, "check-follow-up, written", "most-glad", "Most are glad of it. Are you?" },
        { WhyRefused.SecondAsk, "close-gracefully", "take", "If it's a no, that's fine. Is it a no?" },
        { WhyRefused.SecondAsk, "close-gracefully", "chance", "Is there anything I could still answer, or would you like to hear about a call?" },
        { WhyRefused.SecondAsk, "support-choice", "serve", "I hope it goes well. Could we talk when you have a moment?" },
        { WhyRefused.SecondAsk, "support-choice", "benefit", "What drew you to it, and would you look at it with me?" },
        { WhyRefused.SecondAsk, "close-gracefully, chance spent", "take", "Is there anything at all that I could still answer?" },
        { WhyRefused.HiddenAsk, "ask-why", "accept", "No is a fine answer, Anna. I'd love to know what's behind it." },
        { WhyRefused.HiddenAsk, "close-gracefully", "end", "Thank you. Tell me what you think when you've talked about it." },
        { WhyRefused.HiddenAsk, "support-choice", "accept", "I'm glad, Anna. May I ask what made the difference." },
        { WhyRefused.HiddenAsk, "answer-once", "yours", "It's your decision. Would you like it." },

        // A concession that nobody offered.
        { WhyRefused.Concession, "answer-once", "yours", "If it's a no, I can give you a discount." },
        { WhyRefused.Concession, "answer-once", "hear", "You said it's the price, and we can come down on that." },
        { WhyRefused.Concession, "close-gracefully", "chance", "Is there anything that would help, if I could do it for less?" },
        { WhyRefused.Concession, "nurture", "between", "Until then you have a free month, and I'll only write with something useful." },
        { WhyRefused.Concession, "ask-why", "room", "If it's the timing, the cost or something unclear, we can offer you a better deal." },

        // A price, a date, a number, a name, a fact that nobody told.
        { WhyRefused.Number, "answer-once", "hear", "You said it's the price of €400, and I haven't answered that yet." },
        { WhyRefused.Number, "ask-why", "ask", "What made you say no after twenty minutes?" },
        { WhyRefused.Date, "nurture, no date", "accept", "That makes sense, Anna. I'll put you down for Tuesday." },
        { WhyRefused.Date, "nurture", "date", "You said September, so I'll come back about it in October." },
        { WhyRefused.Date, "close-gracefully", "welcome", "If something changes next month, you're welcome to get in touch." },
        { WhyRefused.Name, "support-choice", "serve", "I hope it goes well for you. So does Peter." },
        { WhyRefused.Name, "ask-why", "accept", "Thank you, Anna, and thanks to Brightwater for the time." },
        { WhyRefused.Fact, "ask-why", "accept", "Thank you, Anna. Your neighbour told me the same." },
        { WhyRefused.Fact, "check-follow-up", "care", "Anna, we have an award for how we look after people." },
        { WhyRefused.Fact, "answer-once", "hear", "You said it's the price, and the warranty is in it." },
        { WhyRefused.Fact, "nurture", "accept", "That makes sense, Anna. September is when your boiler needs its inspection." },

        // Pressure.
        { WhyRefused.Urgency, "ask-why", "accept", "Thank you, Anna. It's only until the end of today that I can hold this." },
        { WhyRefused.Urgency, "answer-once", "yours", "If you decide today, it's all settled." },
        { WhyRefused.Urgency, "nurture", "accept", "That makes sense, Anna. It may be too late by then." },
        { WhyRefused.Urgency, "close-gracefully", "take", "If it's a no, it's a no, and time is running out." },
        { WhyRefused.Scarcity, "nurture, no date", "accept", "That makes sense, Anna. There are only a few left." },
        { WhyRefused.Scarcity, "answer-once", "yours", "It's your decision. Others are interested in it." },
        { WhyRefused.Guilt, "ask-why", "accept", "Okay, Anna. I'm disappointed, I won't lie." },
        { WhyRefused.Guilt, "close-gracefully", "end", "Thank you, after all the time I put into this." },
        { WhyRefused.Guilt, "support-choice", "accept", "That's your decision, Anna. I had hoped for better from you." },
        { WhyRefused.Doubting, "ask-why", "accept", "Thank you, Anna. Are you sure that it's a no." },
        { WhyRefused.Doubting, "support-choice", "accept", "Good, Anna. I'd think again in your place." },
        { WhyRefused.Doubting, "close-gracefully", "take", "If it's a no, sleep on it." },
        { WhyRefused.Arguing, "answer-once", "hear", "You said it's the price, but you have to see the whole picture." },
        { WhyRefused.Arguing, "ask-why", "accept", "I hear your no, Anna. However, I see it in a different way." },
        { WhyRefused.Arguing, "close-gracefully", "take", "You're wrong about it, and that's fine." },
        { WhyRefused.Comparing, "support-choice", "serve", "I hope they don't let you wait." },
        { WhyRefused.Comparing, "support-choice", "accept", "Good, Anna. Acme is the second best for you." },
        { WhyRefused.Comparing, "support-choice", "serve", "We're here when it goes wrong." },
        { WhyRefused.Justifying, "answer-once", "hear", "You said it's the price, and it's worth every bit of it." },
        { WhyRefused.Justifying, "support-choice", "accept", "Good, Anna. I only wanted to help." },
        { WhyRefused.Justifying, "ask-why", "accept", "Thank you, Anna. I asked because I believe in it." },
        { WhyRefused.Pushing, "support-choice", "serve", "I hope it goes well. The annual maintenance plan is there if you need it." },
        { WhyRefused.Pushing, "close-gracefully", "welcome", "You're welcome to go with the annual maintenance plan if something changes." },
        { WhyRefused.Pushing, "nurture", "between", "Until then, keep it in mind, it would suit you. I'll only write with something useful." },
        { WhyRefused.Outcome, "answer-once", "yours", "It's up to you, and it's guaranteed." },
        { WhyRefused.Outcome, "nurture", "accept", "That makes sense, Anna. I promise you it will all work out." },
        { WhyRefused.Statistic, "ask-why", "accept", "Thank you, Anna. Studies say that a no is fine." },
        { WhyRefused.Statistic, "check-follow-up", "most-glad", "Most are glad of it: nine out of ten." },
        { WhyRefused.Statistic, "check-follow-up", "most-glad", "All of my customers are glad of it." },
        { WhyRefused.Statistic, "close-gracefully", "chance", "Is there anything that others ask, that I could still answer?" },
        { WhyRefused.Chasing, "close-gracefully", "welcome", "If something changes, get in touch. I'll call you now and then." },
        { WhyRefused.Chasing, "nurture", "between", "Until then I'll ring you every week with something useful." },
        { WhyRefused.Chasing, "support-choice", "serve", "I hope it goes well. I'll check in with you." },
        { WhyRefused.Chasing, "ask-why", "room", "If it's the timing, the cost or something unclear, we'll talk soon." },

        // A move that is there by name alone.
        { WhyRefused.MoveLeftOut, "ask-why", "ask", "So that I understand it properly, tell me everything." },
        { WhyRefused.MoveLeftOut, "ask-why", "room", "Anything you say is good." },
        { WhyRefused.MoveLeftOut, "nurture", "between", "Until then it's fine as it is." },
        { WhyRefused.MoveLeftOut, "check-follow-up", "no-leverage", "I do it for my own good." },
        { WhyRefused.MoveLeftOut, "close-gracefully", "take", "That's how it goes." },
        { WhyRefused.MoveLeftOut, "close-gracefully", "welcome", "So that's that." },
        { WhyRefused.MoveLeftOut, "support-choice", "accept", "It is how it is, Anna." },
        { WhyRefused.MoveLeftOut, "nurture, no date", "date", "I'll come back about it when I like." },

        // The same in everyday words.
        { WhyRefused.Doubting, "ask-why", "accept", "Thank you, Anna. I won't take no for an answer." },
        { WhyRefused.Doubting, "ask-why", "accept", "Thank you, Anna. It's not a no, it's a not yet." },
        { WhyRefused.Doubting, "close-gracefully", "take", "If it's a no, I can't accept it." },
        { WhyRefused.Doubting, "ask-why", "accept", "I understand, Anna. You can still say yes." },
        { WhyRefused.Concession, "ask-why", "room", "If it's the timing, the cost or something unclear, we can make the price work for you." },
        { WhyRefused.Concession, "answer-once", "hear", "You said it's the price. I'd be happy to share the cost with you." },
        { WhyRefused.Urgency, "answer-once", "hear", "You said it's the price. It will cost more to wait." },
        { WhyRefused.Outcome, "answer-once", "hear", "You said it's the price, and I think it's the right thing for you." },
        { WhyRefused.Comparing, "support-choice", "benefit", "What do they have that we don't?" },
        { WhyRefused.Comparing, "support-choice", "accept", "I'm glad, Anna, if you like that kind of thing." },
        { WhyRefused.OffScript, "ask-why", "accept", "Fine, Anna. You look at what comes of it." },
        { WhyRefused.OffScript, "answer-once", "yours", "It's up to you, and we can begin with it." },
        { WhyRefused.OffScript, "nurture", "accept", "I understand, Anna. I can bring it before that." },
        { WhyRefused.OffScript, "check-follow-up", "no-leverage", "I don't do it to push. It's so that you have what you need. A lot can happen in life." },
        { WhyRefused.OffScript, "close-gracefully", "take", "If it's a no, that's fine, and I'll find out who told you." },

        // The machine, and what it leaks.
        { WhyRefused.Machine, "ask-why", "accept", "As an AI, I accept your no, Anna." },
        { WhyRefused.Machine, "close-gracefully", "end", "Thank you for your time. My instructions say to end here." },
        { WhyRefused.Machine, "support-choice", "accept", "Here is the message: I'm glad, Anna." },
        { WhyRefused.Machine, "check-follow-up", "care", "Anna, the rep cares about you." },

        // Signs, links, other tongues.
        { WhyRefused.Link, "close-gracefully", "welcome", "You're welcome at www.example.com if something changes." },
        { WhyRefused.Link, "close-gracefully", "welcome", "You're welcome at example.com if something changes." },
        { WhyRefused.Link, "nurture", "between", "I'll only send something [useful](http://evil.test)." },
        { WhyRefused.ContactDetails, "close-gracefully", "welcome", "You're welcome to call me on +44 20 7946 0018." },
        { WhyRefused.ContactDetails, "close-gracefully", "welcome", "You're welcome to write to me@example.com." },
        { WhyRefused.ContactDetails, "close-gracefully", "welcome", "You're welcome at 12 Mill Road if something changes." },
        { WhyRefused.Markup, "ask-why", "accept", "**Thank you**, Anna. No is fine." },
        { WhyRefused.Markup, "ask-why", "accept", "<b>Thank you</b>, Anna. No is fine." },
        { WhyRefused.Markup, "ask-why", "accept", "Thank you, Anna! No is fine." },
        { WhyRefused.Unprintable, "ask-why", "accept", "Thank you, Anna.\nNo is fine." },
        { WhyRefused.Blank, "ask-why", "accept", "{\"type\":\"AdaptiveCard\",\"body\":[{\"type\":\"TextBlock\"}]}" },
        { WhyRefused.Markup, "support-choice", "accept", "I'm glad, Anna 😀." },
        { WhyRefused.Formula, "close-gracefully", "end", "=HYPERLINK(\"evil\")" },
        { WhyRefused.Formula, "close-gracefully", "end", "- Thank you." },
        { WhyRefused.Blank, "answer-once", "hear", "You said it's the price, and [insert reason]." },
        { WhyRefused.Blank, "ask-why", "accept", "Thank you, {customer}. No is fine." },
        { WhyRefused.Blank, "nurture", "date", "I'll come back on ____." },
        { WhyRefused.Blank, "support-choice", "serve", "I like ‹a real benefit of their choice›. I hope it goes well." },
        { WhyRefused.Blank, "close-gracefully", "end", "Thank you for..." },
        { WhyRefused.Unprintable, "ask-why", "accept", "Thank you, Anna. \u202Eenif si oN" },
        { WhyRefused.Unprintable, "ask-why", "accept", "Thank\u200B you, Anna. No is fine." },
        { WhyRefused.Unprintable, "ask-why", "accept", "Thank you,\0 Anna. No is fine." },
        { WhyRefused.OtherLanguage, "ask-why", "accept", "Спасибо, Anna. No is fine." },
        { WhyRefused.OtherLanguage, "ask-why", "accept", "Th\u0430nk you, Anna. No is fine." },
        { WhyRefused.TooLong, "close-gracefully", "end", "Thank you for your time, and for the thought that you gave to it, and for being so open with me about what you want and what you need, and for listening to me as you did." },

        // Nothing is worded anew where the promise binds.
        { WhyRefused.StaysAsWritten, "honour-no", "thank", "Thank you for saying it so clearly, Anna." },
        { WhyRefused.StaysAsWritten, "honour-no", "keep", "All right." },
        { WhyRefused.StaysAsWritten, "back-off", "leave", "I'll leave you in peace. One last question, though?" },
    };

    [Theory, MemberData(nameof(All))]
    public void Is_refused_for_its_own_reason(WhyRefused why, string name, string move, string text) =>
        Assert.Equal(why, Wordings.CheckWith(name, move, text));

    [Fact]
    public void Is_one_in_another_language() =>
        Assert.Equal(WhyRefused.OtherLanguage, Wordings.Check("ask-why",
            "Danke für die offenen Worte, Anna.", "Was hat den Ausschlag gegeben?", "Vielleicht der Zeitpunkt, vielleicht die Kosten, vielleicht war ich unklar."));

    [Fact]
    public void Is_one_that_drops_adds_doubles_or_moves_a_line()
    {
        var (request, written) = (Wordings.Cases["close-gracefully"], Wordings.WrittenFor(Wordings.Cases["close-gracefully"]));
        var lines = ScriptGuard.OpenLines(written);
        IReadOnlyList<WordingLine>[] others =
        [
            [.. lines.Skip(1)], [.. lines, lines[^1]], [.. lines.Reverse()], [.. lines, new WordingLine("more", "One more thing.")],
            [.. lines.SkipLast(1), lines[^1] with { Text = " " }], [],
        ];
        Assert.All(others, other => Assert.Equal(WhyRefused.OtherMoves, Wordings.Guard.Check(request, written, other)));
    }
}
