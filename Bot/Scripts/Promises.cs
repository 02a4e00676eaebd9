using System.Text.RegularExpressions;
using CoachBot.Content;
using CoachBot.Reading;

namespace CoachBot.Scripts;

// What no rewording may break, checked in every text as it is read: after a request for silence, and after anger,
// nothing asks, offers or schedules anything; elsewhere nothing presses.
internal static partial class Promises
{
    public static void Check(NextStep step, YamlPart part, string text)
    {
        if (step is NextStep.HonourNo or NextStep.BackOff && Reaching().Match(text) is { Success: true } reaching)
            part.Mistake($"after {step.Key()} nothing asks, offers or schedules anything: take out '{reaching.Value}'");
        if (step is NextStep.CloseGracefully && Scheduling().Match(text) is { Success: true } scheduling)
            part.Mistake($"after {step.Key()} the next move is theirs: take out '{scheduling.Value}'");
        if (Pressing().Match(text) is { Success: true } pressing)
            part.Mistake($"'{pressing.Value}' presses, promises what nobody offered, or isn't how a person speaks: say it otherwise");
    }

    [GeneratedRegex(@"\?|\b(let me know|if you|whenever|call|ring|phone|reach|reach out|check in|get in touch|in touch|follow[ -]?up|remind|any time|welcome|tomorrow|next (week|month|year|time)|until|door|offer|\{offer\})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reaching();

    [GeneratedRegex(@"\b(i'll|i will|let me) (call|ring|phone|write|check|come|try|ask|get in touch|remind|follow)|\b(next (week|month|year)|tomorrow|in (six|three|a few) months|half a year)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheduling();

    [GeneratedRegex(@"!|\b(just|circle back|touch base|no worries|reach out|discount|reduc\w*|free of charge|special price|last chance|act now|hurry up|guarantee\w*|regret|mistaken|wrong (choice|decision)|\d+ ?%|per ?cent|nine (out of|in) ten|a third)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pressing();
}
