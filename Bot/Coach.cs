using CoachBot.Channels;
using CoachBot.Conversation;
using CoachBot.Debrief;
using CoachBot.FollowUps.People;
using CoachBot.FollowUps.Reminders;
using CoachBot.Language;
using CoachBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace CoachBot;

/// <summary>The bot: greets, routes, hands over. No coaching in here.</summary>
public sealed class Coach(DebriefConversation debrief, DebriefDesk desk, PersonState person, CaseBook cases, PersonBook people, FollowUpDesk followUps, WordsFeedback feedback, LanguageModel model, Phrases phrases) : TeamsActivityHandler
{
    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        if (turnContext.Activity.From?.Id is { Length: > 0 })
            await people.KnowAsync(turnContext, cancellationToken);
        await base.OnTurnAsync(turnContext, cancellationToken);
        await cases.SaveChangesAsync(turnContext, force: false, cancellationToken);
        await person.SaveChangesAsync(turnContext, force: false, cancellationToken);
    }

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.IsPersonal() ? HearAsync(turnContext, cancellationToken) : HelpInGroupAsync(turnContext, cancellationToken);

    // What is said to a reminder does not disturb a debrief under way.
    private async Task HearAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var mayBeTyped = !await debrief.IsUnderWayAsync(turn, cancellationToken);
        if (await followUps.TakeAsync(turn, mayBeTyped, cancellationToken) is not { } taken)
            await debrief.HandleAsync(turn, cancellationToken);
        else if (taken.GoesOn is { } goesOn)
            await debrief.TakeUpAsync(turn, goesOn.Conversation == PersonState.ConversationOf(turn.Activity) ? goesOn.Debrief : null, cancellationToken);
    }

    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.Name == WordsFeedback.Invoke && feedback.Keep(turnContext)
            ? new InvokeResponse { Status = StatusCodes.Status200OK }
            : await base.OnInvokeActivityAsync(turnContext, cancellationToken);

    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        var press = new CardTurn(turnContext, invokeValue.Action);
        if (turnContext.Activity.IsPersonal())
            await HearAsync(press, cancellationToken);
        await press.FollowUpAsync(cancellationToken);
        return press.Replacement is { } card
            ? new AdaptiveCardInvokeResponse { StatusCode = 200, Type = CardTemplates.ContentType, Value = card }
            : new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "application/vnd.microsoft.activity.message", Value = phrases.Say(ConversationWords.Noted) };
    }

    protected override async Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        // In a personal chat both the person and the bot are added, in one update or in two.
        if (turnContext.Activity.IsPersonal())
            await WelcomeOnceAsync(turnContext, cancellationToken);
    }

    // Teams' own handler looks every new member up in the roster first: a call that a welcome needs nothing of.
    protected override Task OnTeamsMembersAddedDispatchAsync(IList<ChannelAccount> membersAdded, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        OnMembersAddedAsync(membersAdded, turnContext, cancellationToken);

    protected override async Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.IsPersonal())
            await WelcomeOnceAsync(turnContext, cancellationToken);
    }

    private async Task WelcomeOnceAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var notes = await desk.NotesAsync(turn, cancellationToken);
        if (notes.Welcomed)
            return;
        notes.Welcomed = true;
        await turn.SendActivityAsync(PlainMessage.SuggestingToBegin(phrases.Say(model.IsConfigured ? ConversationWords.WelcomeWithModel : ConversationWords.Welcome), phrases), cancellationToken);
    }

    // What a rep tells of a customer is for the rep alone, so nothing is debriefed where others read along.
    private Task HelpInGroupAsync(ITurnContext<IMessageActivity> turn, CancellationToken cancellationToken) =>
        turn.SendActivityAsync(phrases.Say(ConversationWords.GroupHelp, ("link", turn.Activity.PersonalChatLink())).Trim(), cancellationToken: cancellationToken);
}
