namespace Microsoft.Bot.Builder;

public class ConversationState(IStorage storage) : BotState(storage, nameof(ConversationState))
{
    protected override string GetStorageKey(ITurnContext turnContext)
        => $"{StateKey.Channel(turnContext)}/conversations/{StateKey.Conversation(turnContext)}";
}

public class UserState(IStorage storage) : BotState(storage, nameof(UserState))
{
    protected override string GetStorageKey(ITurnContext turnContext)
        => $"{StateKey.Channel(turnContext)}/users/{StateKey.User(turnContext)}";
}

public class PrivateConversationState(IStorage storage) : BotState(storage, nameof(PrivateConversationState))
{
    protected override string GetStorageKey(ITurnContext turnContext)
        => $"{StateKey.Channel(turnContext)}/conversations/{StateKey.Conversation(turnContext)}/users/{StateKey.User(turnContext)}";
}

/// <summary>Without these an activity belongs to nobody, and its state would be everybody's.</summary>
internal static class StateKey
{
    internal static string Channel(ITurnContext turnContext) => Required(turnContext.Activity.ChannelId, "channelId");

    internal static string Conversation(ITurnContext turnContext)
        => Required(turnContext.Activity.Conversation?.Id, "conversation.id");

    internal static string User(ITurnContext turnContext) => Required(turnContext.Activity.From?.Id, "from.id");

    private static string Required(string value, string property)
        => value ?? throw new InvalidOperationException($"invalid activity-missing {property}");
}
