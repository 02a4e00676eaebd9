using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector;

/// <summary>What can be done in a channel's conversations. Ids are opaque and escaped here.</summary>
public static class ConversationsExtensions
{
    public static Task<ConversationResourceResponse> CreateConversationAsync(this IConversations operations, ConversationParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return Calls(operations).CreateAsync(parameters, cancellationToken);
    }

    public static Task<ConversationResourceResponse> CreateDirectConversationAsync(this IConversations operations, ChannelAccount bot, ChannelAccount user, Activity activity = default, CancellationToken cancellationToken = default) =>
        operations.CreateConversationAsync(new ConversationParameters { Bot = bot, Members = [user], Activity = activity }, cancellationToken);

    public static Task<ResourceResponse> SendToConversationAsync(this IConversations operations, Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return operations.SendToConversationAsync(activity.Conversation?.Id, activity, cancellationToken);
    }

    public static Task<ResourceResponse> SendToConversationAsync(this IConversations operations, string conversationId, Activity activity, CancellationToken cancellationToken = default) =>
        Calls(operations).PostAsync(Conversation(conversationId) + "/activities", conversationId, Given(activity), cancellationToken);

    public static Task<ResourceResponse> ReplyToActivityAsync(this IConversations operations, Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return operations.ReplyToActivityAsync(activity.Conversation?.Id, activity.ReplyToId, activity, cancellationToken);
    }

    public static Task<ResourceResponse> ReplyToActivityAsync(this IConversations operations, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        Calls(operations).PostAsync(In(conversationId, activityId), conversationId, Given(activity), cancellationToken);

    public static Task<ResourceResponse> UpdateActivityAsync(this IConversations operations, Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return operations.UpdateActivityAsync(activity.Conversation?.Id, activity.Id, activity, cancellationToken);
    }

    public static Task<ResourceResponse> UpdateActivityAsync(this IConversations operations, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        Calls(operations).PutAsync(In(conversationId, activityId), Given(activity), cancellationToken);

    public static Task DeleteActivityAsync(this IConversations operations, string conversationId, string activityId, CancellationToken cancellationToken = default) =>
        Calls(operations).DeleteAsync(In(conversationId, activityId), cancellationToken);

    public static async Task<IList<ChannelAccount>> GetConversationMembersAsync(this IConversations operations, string conversationId, CancellationToken cancellationToken = default) =>
        await Calls(operations).GetAsync<List<ChannelAccount>>(Conversation(conversationId) + "/members", cancellationToken).ConfigureAwait(false);

    public static Task<ChannelAccount> GetConversationMemberAsync(this Conversations operations, string userId, string conversationId, CancellationToken cancellationToken = default) =>
        Calls(operations).GetAsync<ChannelAccount>(Conversation(conversationId) + "/members/" + Escaped(userId), cancellationToken);

    /// <summary>One page of members: Teams gives 50 to 500; the continuation token is the page's before, null for the first.</summary>
    public static Task<PagedMembersResult> GetConversationPagedMembersAsync(this IConversations operations, string conversationId, int? pageSize = default, string continuationToken = default, CancellationToken cancellationToken = default)
    {
        var query = (pageSize, continuationToken) switch
        {
            (null, null) => "",
            (int size, null) => "?pageSize=" + size,
            (null, string next) => "?continuationToken=" + Uri.EscapeDataString(next),
            (int size, string next) => "?pageSize=" + size + "&continuationToken=" + Uri.EscapeDataString(next),
        };
        return Calls(operations).GetAsync<PagedMembersResult>(Conversation(conversationId) + "/pagedmembers" + query, cancellationToken);
    }

    public static async Task<IList<ChannelAccount>> GetActivityMembersAsync(this IConversations operations, string conversationId, string activityId, CancellationToken cancellationToken = default) =>
        await Calls(operations).GetAsync<List<ChannelAccount>>(In(conversationId, activityId) + "/members", cancellationToken).ConfigureAwait(false);

    private static Conversations Calls(IConversations operations) =>
        operations as Conversations ?? throw new NotSupportedException("Only a connector client's own conversations can be called.");

    private static string Conversation(string id) => "v3/conversations/" + Escaped(id);

    private static string In(string conversationId, string activityId) => Conversation(conversationId) + "/activities/" + Escaped(activityId);

    // "." and ".." survive escaping and would climb in the path.
    private static string Escaped(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return id is "." or ".." ? throw new ArgumentException("An id of dots only cannot be sent.", nameof(id)) : Uri.EscapeDataString(id);
    }

    private static Activity Given(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity;
    }
}
