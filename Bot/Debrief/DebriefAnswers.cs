using System.Globalization;
using CoachBot.Conversation;
using CoachBot.Flows;
using CoachBot.Reading;

namespace CoachBot.Debrief;

/// <summary>The answers of a debrief as what they are, for reading and for choosing words.</summary>
public sealed record DebriefAnswers(
    string Offer, string Customer, ContactChannel Channel, string Said, string Body, string Reply, bool Argued,
    int Noes, bool AskedWhy, string Why, bool TimeWorthIt)
{
    public static DebriefAnswers From(FlowAnswers answers, CueBook cues, Commands commands) => new(
        answers.TextOf("offer"),
        answers.TextOf("customer"),
        ContactChannels.TryParse(answers.Find("channel")?.Chosen, out var channel) ? channel : ContactChannel.InPerson,
        answers.TextOf("said"),
        BodyOf(answers.Find("body"), cues),
        answers.TextOf("reply"),
        answers.Find("reply")?.Chosen == "explained" || commands.SpeaksOfArguing(answers.TextOf("reply")),
        NoesOf(answers.Find("noes")),
        answers.Find("why-asked")?.Chosen == "yes",
        answers.Find("why-asked")?.Chosen == "yes" ? answers.TextOf("why") : "",
        answers.Find("worth")?.Chosen != "no");

    public NoCase AsCase() => new(null, Offer, Channel, Said, Body, Noes, AskedWhy, Why, TimeWorthIt, Reply);

    private static string BodyOf(Answer? body, CueBook cues)
    {
        if (body is null)
            return "";
        // Cues found in the rep's own words are in the text already; ticked ones are added in theirs.
        var ticked = body.Options.Select(cues.Find).OfType<Cue>().Select(c => c.Says)
            .Where(says => !body.Text.Contains(says, StringComparison.OrdinalIgnoreCase));
        return string.Join("; ", ((string[])[body.Text, .. ticked]).Where(t => t.Length > 0));
    }

    private static int NoesOf(Answer? noes) =>
        int.TryParse(noes?.Text is { Length: > 0 } digits ? digits : noes?.Chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        || int.TryParse(noes?.Chosen, NumberStyles.None, CultureInfo.InvariantCulture, out n) ? n : 1;
}
