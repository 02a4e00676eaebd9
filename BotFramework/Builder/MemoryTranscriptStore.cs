using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Transcripts for tests: kept in memory, read in pages of twenty.</summary>
public class MemoryTranscriptStore : ITranscriptStore
{
    private const int PageSize = 20;

    private readonly Dictionary<(string Channel, string Conversation), List<IActivity>> _transcripts = [];
    private readonly Lock _lock = new();

    public Task LogActivityAsync(IActivity activity)
    {
        BotAssert.ActivityNotNull(activity);
        var key = (activity.ChannelId, activity.Conversation.Id);
        lock (_lock)
        {
            if (!_transcripts.TryGetValue(key, out var transcript))
            {
                _transcripts[key] = transcript = [];
            }

            transcript.Add(activity);
        }

        return Task.CompletedTask;
    }

    public Task<PagedResult<IActivity>> GetTranscriptActivitiesAsync(
        string channelId, string conversationId, string continuationToken = default, DateTimeOffset startDate = default)
    {
        ArgumentNullException.ThrowIfNull(channelId);
        ArgumentNullException.ThrowIfNull(conversationId);
        lock (_lock)
        {
            var transcript = _transcripts.GetValueOrDefault((channelId, conversationId)) ?? [];
            var since = transcript.Where(activity => activity.Timestamp >= startDate).OrderBy(activity => activity.Timestamp);
            return Task.FromResult(Page(since, continuationToken, activity => activity.Id));
        }
    }

    public Task<PagedResult<TranscriptInfo>> ListTranscriptsAsync(string channelId, string continuationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channelId);
        lock (_lock)
        {
            var transcripts = _transcripts.Where(transcript => transcript.Key.Channel == channelId).Select(transcript => new TranscriptInfo
            {
                ChannelId = channelId,
                Id = transcript.Key.Conversation,
                Created = transcript.Value[0].Timestamp ?? default,
            });
            return Task.FromResult(Page(transcripts.OrderBy(transcript => transcript.Created), continuationToken, transcript => transcript.Id));
        }
    }

    public Task DeleteTranscriptAsync(string channelId, string conversationId)
    {
        ArgumentNullException.ThrowIfNull(channelId);
        ArgumentNullException.ThrowIfNull(conversationId);
        lock (_lock)
        {
            _transcripts.Remove((channelId, conversationId));
        }

        return Task.CompletedTask;
    }

    // The token is the id of the last item of the page before.
    private static PagedResult<T> Page<T>(IEnumerable<T> items, string after, Func<T, string> idOf)
    {
        var rest = after == null ? items : items.SkipWhile(item => idOf(item) != after).Skip(1);
        var page = rest.Take(PageSize).ToArray();
        return new PagedResult<T> { Items = page, ContinuationToken = page.Length == PageSize ? idOf(page[^1]) : null };
    }
}
