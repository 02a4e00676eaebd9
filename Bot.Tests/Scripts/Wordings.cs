using CoachBot.Content;
using CoachBot.Reading;
using CoachBot.Scripts;

namespace CoachBot.Tests.Scripts;

/// <summary>Cases of every step that may be worded anew, and what a model may make of their scripts.</summary>
internal static class Wordings
{
    public static ScriptGuard Guard { get; } = ReadGuard();

    public static IReadOnlyDictionary<string, ScriptRequest> Cases { get; } = new Dictionary<string, ScriptRequest>
    {
        ["ask-why"] = Case(NextStep.AskWhy, Reason.NoneGiven, "No thanks."),
        ["ask-why, written"] = Case(NextStep.AskWhy, Reason.NoneGiven, "Thanks, we'll pass.") with { Medium = Medium.Message },
        ["answer-once"] = Case(NextStep.AnswerOnce, Reason.Price, "It's just too expensive for us."),
        ["answer-once, written"] = Case(NextStep.AnswerOnce, Reason.Misunderstood, "We can't have someone on site every week.") with { Medium = Medium.Message },
        ["nurture"] = Case(NextStep.Nurture, Reason.Timing, "Not now, please ask me again in September.") with { DateKnown = true },
        ["nurture, no date"] = Case(NextStep.Nurture, Reason.Waiting, "We're waiting for the new plant manager to start."),
        ["nurture, written"] = Case(NextStep.Nurture, Reason.Budget, "There's nothing left in the budget this year.") with { Medium = Medium.Message },
        ["check-follow-up"] = Case(NextStep.CheckFollowUp, Reason.NoneGiven, "Mm, we'll see."),
        ["check-follow-up, written"] = Case(NextStep.CheckFollowUp, Reason.NoneGiven, "") with { Medium = Medium.Message },
        ["close-gracefully"] = Case(NextStep.CloseGracefully, Reason.NoNeed, "We don't need it and we never will.") with { Why = "We do it all ourselves.", WhyAsked = true },
        ["close-gracefully, chance spent"] = Case(NextStep.CloseGracefully, Reason.Price, "Still too dear for us.") with { ChanceSpent = true, WhyAsked = true },
        ["support-choice"] = Case(NextStep.SupportChoice, Reason.ChoseOther, "We've decided to go with Acme."),
        ["support-choice, a date"] = Case(NextStep.SupportChoice, Reason.ChoseOther, "We'll keep the old boiler. See you at the service in May.") with { DateKnown = true },
        ["honour-no"] = Case(NextStep.HonourNo, Reason.NoContact, "Please don't contact me again."),
        ["back-off"] = Case(NextStep.BackOff, Reason.Irritated, "Will you stop pushing me!"),
    };

    public static Script WrittenFor(ScriptRequest request) => TheScripts.Book.Find(request)[0];

    /// <summary>Puts lines to the moves of the case's written script, in order.</summary>
    public static WhyRefused? Check(string name, params string[] lines)
    {
        var moves = ScriptGuard.OpenLines(WrittenFor(Cases[name]));
        return Guard.Check(Cases[name], WrittenFor(Cases[name]), [.. lines.Select((text, i) => new WordingLine(i < moves.Count ? moves[i].Move : "more", text))]);
    }

    /// <summary>The written script with one line said otherwise.</summary>
    public static WhyRefused? CheckWith(string name, string move, string text)
    {
        var written = WrittenFor(Cases[name]);
        return Guard.Check(Cases[name], written, [.. ScriptGuard.OpenLines(written).Select(l => l.Move == move ? l with { Text = text } : l)]);
    }

    private static ScriptRequest Case(NextStep step, Reason reason, string said) =>
        new(step, reason) { Offer = "annual maintenance plan", Customer = "Anna", Said = said };

    private static ScriptGuard ReadGuard()
    {
        var mistakes = new Mistakes();
        var guard = ScriptGuard.Read(new ContentFolder(TheScripts.Prompts), TheScripts.Book, mistakes);
        mistakes.ThrowIfAny();
        return guard;
    }
}
