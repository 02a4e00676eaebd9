using System.Globalization;

namespace Microsoft.Bot.Schema;

public class ConversationReference
{
    public ConversationReference() { }

    public ConversationReference(
        string activityId = default, ChannelAccount user = default, ChannelAccount bot = default,
        ConversationAccount conversation = default, string channelId = default, string serviceUrl = default)
        => (ActivityId, User, Bot, Conversation, ChannelId, ServiceUrl) = (activityId, user, bot, conversation, channelId, serviceUrl);

    public ConversationReference(
        CultureInfo locale, string activityId = default, ChannelAccount user = default, ChannelAccount bot = default,
        ConversationAccount conversation = default, string channelId = default, string serviceUrl = default)
        => (Locale, ActivityId, User, Bot, Conversation, ChannelId, ServiceUrl)
        = (locale?.ToString(), activityId, user, bot, conversation, channelId, serviceUrl);

    public string ActivityId { get; set; }
    public ChannelAccount Bot { get; set; }
    public string ChannelId { get; set; }
    public ConversationAccount Conversation { get; set; }
    public string Locale { get; set; }
    public string ServiceUrl { get; set; }
    public ChannelAccount User { get; set; }

    /// <summary>The event that a bot is given when it takes up this conversation by itself.</summary>
    public Activity GetContinuationActivity() => new(ActivityTypes.Event)
    {
        Name = ActivityEventNames.ContinueConversation,
        Id = Guid.NewGuid().ToString(),
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
        Conversation = Conversation,
        Recipient = Bot,
        From = User,
        RelatesTo = this,
    };
}
