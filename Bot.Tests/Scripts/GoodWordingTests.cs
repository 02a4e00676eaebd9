using CoachBot.Reading;
using CoachBot.Scripts;

namespace CoachBot.Tests.Scripts;

/// <summary>A wording as a good coach writes it.</summary>
public sealed class A_good_wording
{
    public static TheoryData<string, string[]> All => new()
    {
        { "ask-why", ["Thank you, Anna. A no is a perfectly good answer.", "What was it about the annual maintenance plan that spoke against it?", "Maybe it was the moment, or the money, or I put a question badly. Any of it helps me."] },
        { "ask-why", ["That's fine, Anna, and thanks for saying it straight.", "I'm curious what was on your mind: what made it a no for you?", "It could be the time, the cost, or that I was unclear. Say it as it is."] },
        { "ask-why", ["I appreciate a plain answer, Anna.", "Before we leave it, what decided it for you?", "The moment, the price, the way I explained it, whatever it was, I'm happy to hear it."] },
        { "ask-why", ["No is fine with me, Anna. Thank you for not keeping me guessing.", "What didn't feel right about the annual maintenance plan?", "If it's the timing or the money, that's good to know. If I was confusing, that's good to know too."] },
        { "ask-why", ["Understood, Anna. I'm glad you told me.", "Help me understand it the way you see it: what was behind your no?", "Perhaps it came at a bad moment, perhaps it costs too much, perhaps I wasn't clear."] },
        { "ask-why", ["Okay, Anna, I hear you.", "What was the main thing for you?", "The cost, the time, or something that stayed unclear. You can be open with me."] },
        { "ask-why, written", ["Thank you for getting back to me. A no is a clear answer, and I'm fine with it.", "May I ask what it came down to?", "Timing, price, or something I left unclear: a word is plenty."] },
        { "ask-why, written", ["Thanks for your reply, and I'm glad to have a clear answer.", "What was the main reason, if you don't mind me asking?", "Whether it's the cost, the moment or a question I asked badly, I'm happy with one line."] },

        { "answer-once", ["Anna, you said it's too expensive for you, and that deserves a proper answer.", "Is that clear?", "After that it's up to you, and a no is fine with me."] },
        { "answer-once", ["You told me it's the price, Anna, and I still owe you an answer on that.", "Does that make sense to you?", "Whatever you decide, I'll respect it."] },
        { "answer-once", ["It's a fair point about the price, Anna.", "Does that help?", "If it's too much for you, that's your answer and I accept it gladly."] },
        { "answer-once", ["I heard you, Anna: too expensive. You asked a fair question there.", "Is it any clearer now?", "Either way is good. It's your decision."] },
        { "answer-once, written", ["I think I gave you the wrong idea about the annual maintenance plan, and I'm sorry about that.", "If it's still a no after this, I'll leave it there, and thank you for reading."] },
        { "answer-once, written", ["You said you can't have someone on site. I explained that part badly.", "The decision is yours, and I'm happy with either answer. Thank you for your patience."] },

        { "nurture", ["Of course, Anna. Now isn't the moment, and thank you for telling me so clearly.", "You said September, so I'll come back about the annual maintenance plan then.", "What's the best way to reach you, by phone or by message?", "Until then you'll only hear from me if I have something useful for you."] },
        { "nurture", ["That's good to know, Anna. It can wait.", "September it is, and I've put it in my diary.", "Do you like a call better, or a message?", "I'll leave you in peace until then, unless something turns up that you can really use."] },
        { "nurture", ["I understand, Anna. There's a better time for this than now.", "I'll come back in September, as you said.", "And how would you like to hear from me then?", "In between I won't trouble you, unless it's something useful."] },
        { "nurture, no date", ["That makes sense, Anna. The new manager comes first.", "When would it be good to talk about the annual maintenance plan again?", "And would you rather have a call or a message?", "Before then I'll only write with something you can use."] },
        { "nurture, no date", ["Fair enough, Anna. It's sensible to wait until the new plant manager has started.", "Which week would suit you?", "How do you like to hear from people, by phone or by message?", "I'll leave it alone until then, and only send something if it helps you."] },
        { "nurture, written", ["Thank you for being open about the budget. We'll leave the annual maintenance plan for now.", "When would be a good time for me to come back to it?", "And is a message fine, or is a call easier?", "Until then I'll be quiet, unless I find something useful for you."] },
        { "nurture, written", ["That's quite all right, and thanks for telling me that there's nothing left in the budget.", "What date should I put in my diary?", "Would a message like this suit you, or a call?", "You won't hear from me before that, unless it's something you need."] },

        { "check-follow-up", ["Anna, let me be open with you: how you get on matters to me, whatever you decide.", "Most of my customers are glad when I stay in touch.", "There's no pressure in it. It's so that you have answers when you need them."] },
        { "check-follow-up", ["I'd like to be plain about one thing, Anna: I care that the people I talk to are well looked after.", "Most of them like it.", "It's never a way to push you. It's there so that you know whom to ask."] },
        { "check-follow-up", ["Let me say it openly, Anna. Looking after people is important to me.", "Most are pleased that I do.", "I don't want anything for it. You get the information you need, and that's all it's for."] },
        { "check-follow-up, written", ["I'd sooner be open than guess: taking care of people matters to me, and that's why I stay in touch.", "Most are happy about it.", "It isn't there to talk you into anything. It's so that you have what you need when a question comes up."] },

        { "close-gracefully", ["Anna, you've told me you do it all yourselves, and I've heard that. Is there anything I could still answer about the annual maintenance plan?", "If not, your no is a good answer and I'll take it.", "Should things change one day, my door is open.", "Thank you, Anna."] },
        { "close-gracefully", ["I've understood that you don't need it, Anna. Is there one thing left that I could do for you?", "If it's a no, that's settled, and I'm fine with it.", "You know where I am if something changes.", "All the best to you."] },
        { "close-gracefully", ["Anna, one last thing, and only if you like: is there something I could still put right?", "If the answer is no, I respect it.", "If things ever look different, you're welcome to call me.", "It was good to talk with you."] },
        { "close-gracefully, chance spent", ["Anna, I've heard you, and I'll leave it there.", "You're always welcome here if your situation changes.", "Thank you for your patience."] },
        { "close-gracefully, chance spent", ["Your answer is clear, Anna, and I respect it.", "If something changes, I'd be glad to hear from you.", "Take care."] },

        { "support-choice", ["I'm glad you've found what suits you, Anna.", "What do you like best about it?", "I hope Acme looks after you well."] },
        { "support-choice", ["Good for you, Anna. It's a nice feeling to have that settled.", "What won you over?", "I wish you well with it, and you're always welcome here."] },
        { "support-choice", ["Thank you for telling me, Anna. That sounds like a clear decision.", "What was it that drew you to Acme?", "I hope it goes well for you."] },
        { "support-choice, a date", ["That's good, Anna. You know the old boiler best.", "What do you like about keeping it?", "I'll make sure that it gets the care it needs.", "And I'll see you at the service in May."] },

        { "ask-why", ["Thank you for telling me, Anna. No is a good answer.", "What was it that made you decide that way?", "If it was the timing, the cost or something I left unclear, I'm glad to know."] },
        { "ask-why", ["That's quite all right, Anna.", "I'd like to understand it better: what spoke against it for you?", "It may be the moment, the money, or the way I asked. Whatever it is, thank you for telling me."] },
        { "ask-why, written", ["Thank you for your clear answer. I'm happy to leave it at that.", "What was the reason, if you'd like to say?", "The timing, the cost, or a question of mine that wasn't clear: anything helps me to understand."] },
        { "answer-once", ["Anna, you said it's too expensive for you, and you haven't had a real answer from me yet.", "Does that make it clearer?", "If it's still a no, I'll accept that."] },
        { "answer-once", ["You told me the price is too much, Anna. Thank you for saying it so openly.", "Does this answer it?", "You decide, Anna. I'll be happy with whatever you choose."] },
        { "answer-once, written", ["I wasn't clear about the annual maintenance plan, and I'd like to put that right.", "Whatever you decide is fine with me. Thank you for your time."] },
        { "nurture", ["I hear you, Anna. This isn't the right time.", "I'll come back to you in September, as you asked.", "How would you like me to reach you, by phone or by message?", "Until then I'll leave you in peace, and only write if I have something useful."] },
        { "nurture, no date", ["I understand, Anna. First comes the new plant manager.", "When would you like me to come back to it?", "Would you prefer a call or a message?", "Until then I'll only get in touch if I have something that helps you."] },
        { "nurture, written", ["Thank you for telling me about the budget. That makes sense to me.", "When would you like to talk about it again?", "Would you like a message or a call then?", "Before that I'll only write if I have something you can use."] },
        { "check-follow-up", ["Anna, I'd like to say this openly: it matters to me how my customers are doing.", "Most of them are glad to hear from me.", "I never use it to push anyone. It's there so that you have what you need."] },
        { "check-follow-up, written", ["I'd like to be open with you: I care about the people I talk to, and I like to stay in touch with them.", "Most of them are happy about that.", "It's not there to make you buy anything. It's there so that you know who to ask."] },
        { "close-gracefully", ["Anna, you've told me that you don't need it. Is there anything I could still answer for you?", "If it's still a no, I accept it gladly.", "If something changes, you're always welcome to call me.", "Thank you for your time, Anna."] },
        { "close-gracefully, chance spent", ["I've heard your answer, Anna, and I respect it.", "If your situation changes, you're welcome to get in touch.", "Thank you for your openness."] },
        { "support-choice", ["I'm happy for you, Anna, and thank you for telling me.", "What do you like about Acme?", "I hope it all works out well for you, and you're always welcome back."] },
        { "support-choice", ["That's great to hear, Anna.", "What mattered most to you in choosing them?", "I wish you a good start with Acme."] },
        { "support-choice, a date", ["Thank you for letting me know, Anna. I'm glad it's decided.", "What do you like about the old boiler?", "I'll make sure it serves you well.", "I'll keep our date in May."] },
    };

    [Theory, MemberData(nameof(All))]
    public void Is_accepted(string name, string[] lines) => Assert.Null(Wordings.Check(name, lines));

    public static TheoryData<NextStep> Steps => [.. NextSteps.All.Where(ScriptGuard.MayBeWorded)];

    [Theory, MemberData(nameof(Steps))]
    public void May_be_the_written_one_in_every_circumstance(NextStep step)
    {
        var seen = new HashSet<string>();
        foreach (var request in TheScripts.EveryRequest(step))
        {
            foreach (var written in TheScripts.Book.Find(request))
            {
                var lines = ScriptGuard.OpenLines(written);
                if (!seen.Add(string.Concat(lines)))
                    continue;
                var why = Wordings.Guard.Check(request, written, lines);
                Assert.True(why is null, $"{why}: {string.Join(" / ", lines.Select(l => $"{l.Move}: {l.Text}"))}");
            }
        }
    }
}
