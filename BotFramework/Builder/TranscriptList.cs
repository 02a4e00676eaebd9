using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>What the transcript stores have in common: how an activity enters a transcript, and how one is read page by page.</summary>
internal static class TranscriptList
{
    private const int PageSize = 20;

    /// <summary>Adds the activity. An update takes the place of what it updates; a deletion leaves only when, where and in which role.</summary>
    internal static void Log(List<Activity> transcript, Activity activity)
    {
        var known = activity.Type is ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete
            ? transcript.FindLastIndex(earlier => earlier.Id == activity.Id)
            : -1;
        if (known < 0)
        {
            transcript.Add(activity);
            return;
        }

        transcript[known] = activity.Type == ActivityTypes.MessageDelete
            ? WithoutContent(transcript[known])
            : InPlaceOf(transcript[known], activity);
    }

    internal static PagedResult<IActivity> Page(IEnumerable<Activity> transcript, string continuationToken, DateTimeOffset startDate) => Page(
        transcript.Where(activity => (activity.Timestamp ?? default) >= startDate).OrderBy(activity => activity.Timestamp).Cast<IActivity>(),
        activity => activity.Id,
        continuationToken);

    /// <summary>The items after the one that the token names; a full page names its last one.</summary>
    internal static PagedResult<T> Page<T>(IEnumerable<T> items, Func<T, string> idOf, string continuationToken)
    {
        if (!string.IsNullOrEmpty(continuationToken))
        {
            items = items.SkipWhile(item => idOf(item) != continuationToken).Skip(1);
        }

        var page = items.Take(PageSize).ToArray();
        return new PagedResult<T> { Items = page, ContinuationToken = page.Length == PageSize ? idOf(page[^1]) : null };
    }

    private static Activity InPlaceOf(Activity original, Activity update)
    {
        var updated = ProtocolJson.To<Activity>(ProtocolJson.ToElement(update));
        updated.Type = original.Type;
        updated.Timestamp = original.Timestamp;
        updated.LocalTimestamp = original.LocalTimestamp;
        return updated;
    }

    private static Activity WithoutContent(Activity original) => new(ActivityTypes.MessageDelete)
    {
        Id = original.Id,
        From = new ChannelAccount(id: "deleted", role: original.From?.Role),
        Recipient = new ChannelAccount(id: "deleted", role: original.Recipient?.Role),
        Locale = original.Locale,
        LocalTimestamp = original.Timestamp,
        Timestamp = original.Timestamp,
        ChannelId = original.ChannelId,
        Conversation = original.Conversation,
        ServiceUrl = original.ServiceUrl,
        ReplyToId = original.ReplyToId,
    };
}
