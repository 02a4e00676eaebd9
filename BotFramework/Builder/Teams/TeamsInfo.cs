using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>Asks Teams about the people of the turn's team or conversation.</summary>
public static class TeamsInfo
{
    public static Task<TeamsChannelAccount> GetMemberAsync(
        ITurnContext turnContext, string userId, CancellationToken cancellationToken = default)
        => FindAsync(turnContext, userId, Roster(turnContext), cancellationToken);

    public static Task<TeamsChannelAccount> GetTeamMemberAsync(
        ITurnContext turnContext, string userId, string teamId = default, CancellationToken cancellationToken = default)
    {
        var team = teamId ?? turnContext.Activity.TeamsGetTeamInfo()?.Id
            ?? throw new InvalidOperationException("This method is only valid within the scope of MS Teams Team.");
        return FindAsync(turnContext, userId, team, cancellationToken);
    }

    public static async Task<TeamsPagedMembersResult> GetPagedMembersAsync(
        ITurnContext turnContext, int? pageSize = default, string continuationToken = default,
        CancellationToken cancellationToken = default)
    {
        var page = await Conversations(turnContext)
            .GetConversationPagedMembersAsync(Roster(turnContext), pageSize, continuationToken, cancellationToken);
        return new TeamsPagedMembersResult(page.ContinuationToken, page.Members);
    }

    // In a channel the people are the team's, elsewhere the conversation's.
    private static string Roster(ITurnContext turnContext)
        => turnContext.Activity.TeamsGetTeamInfo()?.Id ?? turnContext.Activity.Conversation?.Id
            ?? throw new InvalidOperationException("The GetMembers operation needs a valid conversation Id.");

    private static async Task<TeamsChannelAccount> FindAsync(
        ITurnContext turnContext, string userId, string roster, CancellationToken cancellationToken)
        => ProtocolJson.To<TeamsChannelAccount>(
            await ((Conversations)Conversations(turnContext)).GetConversationMemberAsync(userId, roster, cancellationToken));

    private static IConversations Conversations(ITurnContext turnContext)
        => turnContext.TurnState.Get<IConnectorClient>()?.Conversations
            ?? throw new InvalidOperationException("This method requires a connector client.");
}
