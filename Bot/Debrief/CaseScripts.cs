using CoachBot.Reading;
using CoachBot.Scripts;

namespace CoachBot.Debrief;

/// <summary>The words for a case as it stands: everything that Scripts needs to know of it.</summary>
public sealed class CaseScripts(CaseReader reader, ScriptBook scripts, ReadingRules rules)
{
    public IReadOnlyDictionary<string, string> Articles => scripts.Articles;

    /// <summary>What keeps this no from being personal; not the same line every time.</summary>
    public string FirstLine(DebriefCase no)
    {
        var lines = scripts.FirstLinesFor(RequestFor(no));
        return lines[no.Number % lines.Count];
    }

    public Craft Craft(DebriefCase no) => scripts.CraftFor(RequestFor(no));

    public string Title(NextStep step, Reason reason) => scripts.Find(new ScriptRequest(step, reason))[0].Title;

    /// <summary>All wordings in the tone asked for: first for how they were talking, then for the other way.</summary>
    public IReadOnlyList<Script> Ways(DebriefCase no)
    {
        var request = RequestFor(no);
        var other = request.Medium == Medium.Message ? Medium.Speaking : Medium.Message;
        return [.. scripts.Find(request), .. scripts.Find(request with { Medium = other })];
    }

    /// <summary>What the case as it stands needs words for.</summary>
    public ScriptRequest RequestFor(DebriefCase no)
    {
        var answers = reader.AnswersOf(no);
        var reading = reader.Read(no);
        return new ScriptRequest(reading.Step, reading.Reason, answers.Channel == ContactChannel.Message ? Medium.Message : Medium.Speaking, no.Tone)
        {
            Offer = answers.Offer,
            Customer = answers.Customer,
            Said = answers.Said,
            Why = answers.Why,
            Argued = answers.Argued,
            WhyAsked = answers.AskedWhy,
            DateKnown = reading.First.Evidence.Any(e => rules.IsDate(e.Rule)),
            ChanceSpent = no.Asked.Contains(NextStep.CloseGracefully),
        };
    }
}
