using Microsoft.Bot.Schema;

namespace CoachBot.Channels;

/// <summary>What the channel that a message came through can do.</summary>
public static class ChannelAbilities
{
    /// <summary>The local chat page copies words to the clipboard; a card in Teams cannot reach it.</summary>
    public static bool CopiesFromCards(this IActivity activity) => activity.ChannelId is "webchat" or "directline";

    /// <summary>One person and the coach, with nobody listening in.</summary>
    public static bool IsPersonal(this IActivity activity) =>
        activity.Conversation is { } conversation
        && conversation.IsGroup is not true
        && (activity.ChannelId == "msteams" ? conversation.ConversationType == "personal" : conversation.ConversationType is not ("groupChat" or "channel"));

    /// <summary>A link that opens the personal chat with the coach in Teams; empty elsewhere.</summary>
    public static string PersonalChatLink(this IActivity activity) =>
        activity is { ChannelId: "msteams", Recipient.Id: { Length: > 0 } bot } ? $"https://teams.microsoft.com/l/chat/0/0?users={Uri.EscapeDataString(bot)}" : "";
}
