using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

internal static class ActivityCopy
{
    /// <summary>An activity with the same contents, whose properties can be set without changing the first.</summary>
    internal static Activity ShallowCopy(this Activity activity) => new(
        activity.Type, activity.Id, activity.Timestamp, activity.LocalTimestamp, activity.ServiceUrl, activity.ChannelId, activity.From,
        activity.Conversation, activity.Recipient, activity.TextFormat, activity.AttachmentLayout, activity.MembersAdded,
        activity.MembersRemoved, activity.ReactionsAdded, activity.ReactionsRemoved, activity.TopicName, activity.HistoryDisclosed,
        activity.Locale, activity.Text, activity.Speak, activity.InputHint, activity.Summary, activity.SuggestedActions,
        activity.Attachments, activity.Entities, activity.ChannelData, activity.Action, activity.ReplyToId, activity.Label,
        activity.ValueType, activity.Value, activity.Name, activity.RelatesTo, activity.Code, activity.Expiration, activity.Importance,
        activity.DeliveryMode, activity.ListenFor, activity.TextHighlights, activity.SemanticAction, activity.LocalTimezone)
    {
        CallerId = activity.CallerId,
        Extra = activity.Extra,
    };
}
