using System.Globalization;
using CoachBot.Conversation;
using CoachBot.FollowUps;
using CoachBot.FollowUps.Promises;
using CoachBot.Storage;
using Microsoft.Bot.Builder;

namespace CoachBot.Debrief;

/// <summary>Whether a case's customer may be contacted, and the promise that is made when they asked for quiet.</summary>
public sealed class CasePromise(ContactGate gate, PromiseList promises, Phrases phrases)
{
    /// <summary>Asks the gate; from here on the case knows, until the turn is over.</summary>
    public async Task<ContactState> LookAsync(ITurnContext turn, DebriefCase no, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(no);
        var (_, person) = PersonState.WhoseTurn(turn.Activity);
        return no.Contact = no.Customer.Length == 0 ? ContactState.Open : await gate.CheckAsync(TurnWork.Require().Database, person, no.Customer, cancellationToken);
    }

    /// <summary>The customer asked for quiet: from this turn on the promise stands, and the rep is told.</summary>
    public async Task KeepAsync(ITurnContext turn, DebriefCase no, CancellationToken cancellationToken)
    {
        if (no.PromiseTold)
            return;
        no.PromiseTold = true;
        var (_, person) = PersonState.WhoseTurn(turn.Activity);
        var work = TurnWork.Require();
        var made = await promises.MakeAsync(work, person, no.Customer, cancellationToken);
        if (made is null)
        {
            await SayAsync(turn, FollowUpWords.PromiseNameless, no, "", cancellationToken);
            return;
        }

        if (made.IsNew || made.Withdrawn.Count > 0)
            await SayAsync(turn, made.Withdrawn.Count > 0 ? FollowUpWords.PromiseWithdrew : FollowUpWords.PromiseMade, no, string.Join(", ", made.Withdrawn.Select(f => f.Said).Distinct()), cancellationToken);
    }

    /// <summary>The rep has said who this customer is.</summary>
    public void TellApart(ITurnContext turn, DebriefCase no, bool same)
    {
        ArgumentNullException.ThrowIfNull(no);
        if (no.Contact?.Customer is { } promised)
            promises.TellApart(TurnWork.Require(), PersonState.WhoseTurn(turn.Activity).Person, promised, no.Customer, same);
    }

    /// <summary>The promise that stands, as it is told at the beginning.</summary>
    public Task SayItStandsAsync(ITurnContext turn, DebriefCase no, CancellationToken cancellationToken) =>
        SayAsync(turn, FollowUpWords.PromiseStands, no, no.Contact?.Since?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? "", cancellationToken);

    private Task SayAsync(ITurnContext turn, string phrase, DebriefCase no, string text, CancellationToken cancellationToken) =>
        turn.SendActivityAsync(PlainMessage.Of(phrases.Say(phrase, ("customer", no.CustomerOr(phrases.Say(DebriefWords.UnknownCustomer))), ("text", text))), cancellationToken);
}
