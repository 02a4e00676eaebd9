using CoachBot.Conversation;
using CoachBot.Reading;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoachBot.Debrief;

/// <summary>What a debrief came to, on one card that is edited in place as the case goes on.</summary>
public sealed class RecapCard(CardTemplates cards, Phrases phrases, NoKinds kinds, CaseScripts scripts, ReadingCard readings, CaseFollowUp followUp, LiveCards live)
{
    public const string Name = "recap";
    public const string TheyAnswered = "they-answered";
    public const string NewDebrief = "debrief";

    /// <param name="no">The case.</param>
    /// <param name="nonce">Makes the card's buttons count; null for a card without any.</param>
    public Attachment Fill(DebriefCase no, string? nonce)
    {
        ArgumentNullException.ThrowIfNull(no);
        return cards.Fill(Name, new Dictionary<string, object?>
        {
            ["title"] = phrases.Say(DebriefWords.RecapTitle),
            ["facts"] = Facts(no).Where(f => f.Value.Length > 0).Select(f => new Dictionary<string, object?> { ["title"] = phrases.Say(f.Title), ["value"] = TypedText.Shorten(f.Value, 300) }).ToList(),
            ["closing"] = phrases.Say(no.Won ? DebriefWords.Won : no.IsQuiet ? DebriefWords.RecapClosingQuiet : DebriefWords.RecapClosing),
            ["nonce"] = nonce,
            ["choices"] = nonce is null ? null : Choices(no).Select(c => new Dictionary<string, object?> { ["id"] = c.Id, ["title"] = phrases.Say(c.Title), ["verb"] = "recap" }).ToList(),
        });
    }

    /// <summary>Shows the recap, in the place of the earlier one if the case had one.</summary>
    public async Task ShowAsync(ITurnContext turn, DebriefCase no, CancellationToken cancellationToken)
    {
        var earlier = no.Recap.ActivityId;
        var card = Fill(no, LiveCards.Renew(no, no.Recap, Name));
        if (!string.IsNullOrEmpty(earlier))
        {
            await live.ReplaceAsync(turn, no.Recap, card, cancellationToken);
            await turn.SendActivityAsync(phrases.Say(no.Won ? DebriefWords.Won : DebriefWords.RecapUpdated), cancellationToken: cancellationToken);
            return;
        }

        await LiveCards.SendAsync(turn, no.Recap, PlainMessage.Of(phrases.Say(DebriefWords.RecapAsk), card), cancellationToken);
    }

    /// <summary>The case goes on: its recap stays to be read, without buttons.</summary>
    public Task TakenUpAsync(ITurnContext turn, DebriefCase no, CancellationToken cancellationToken) =>
        live.ReplaceAsync(turn, no.Recap, Fill(no, null), cancellationToken);

    private IEnumerable<(string Title, string Value)> Facts(DebriefCase no)
    {
        yield return (DebriefWords.RecapCustomer, no.Customer);
        yield return (DebriefWords.RecapOffer, no.Offer);
        foreach (var round in no.Rounds)
            yield return (DebriefWords.RecapEarlier, kinds.Of(round.Step, round.Reason).Kind);
        if (no.Won)
        {
            yield return (DebriefWords.RecapReading, phrases.Say(DebriefWords.RecapYes));
        }
        else if (no.Step is { } step && no.Reason is { } reason)
        {
            yield return (DebriefWords.RecapReading, kinds.Of(step, reason).Kind);
            yield return (DebriefWords.RecapNext, scripts.Title(step, reason));
        }

        if (no.Answers.Find("guess") is { LeftOpen: false } guess)
            yield return (DebriefWords.RecapGuess, readings.GuessOf(guess));
        if (no.PlannedFor is { } planned)
            yield return (DebriefWords.RecapFollowUp, followUp.Write(planned));
        yield return (DebriefWords.RecapCraft, no.Answers.TextOf("craft"));
        yield return (DebriefWords.RecapCommitment, no.Answers.TextOf("commitment"));
    }

    private static IEnumerable<(string Id, string Title)> Choices(DebriefCase no)
    {
        if (!no.IsQuiet && !no.Won)
            yield return (TheyAnswered, DebriefWords.TheyAnswered);
        yield return (NewDebrief, DebriefWords.NewDebrief);
    }
}
