using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Transcripts for tests and first steps: gone with the process. Both lists come in pages of twenty.</summary>
public class MemoryTranscriptStore : ITranscriptStore
{
    private readonly Dictionary<(string Channel, string Conversation), List<Activity>> _transcripts = [];
    private readonly Lock _lock = new();

    public Task LogActivityAsync(IActivity activity)
    {
        BotAssert.ActivityNotNull(activity);
        var key = (activity.ChannelId, activity.Conversation?.Id);
        lock (_lock)
        {
            if (!_transcripts.TryGetValue(key, out var transcript))
            {
                _transcripts[key] = transcript = [];
            }

            TranscriptList.Log(transcript, (Activity)activity);
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
            return Task.FromResult(TranscriptList.Page(transcript, continuationToken, startDate));
        }
    }

    public Task<PagedResult<TranscriptInfo>> ListTranscriptsAsync(string channelId, string continuationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channelId);
        lock (_lock)
        {
            var known = _transcripts.Where(transcript => transcript.Key.Channel == channelId).Select(transcript => new TranscriptInfo
            {
                ChannelId = channelId,
                Id = transcript.Key.Conversation,
                Created = transcript.Value[0].Timestamp ?? default,
            });
            return Task.FromResult(TranscriptList.Page(known.OrderBy(info => info.Created), info => info.Id, continuationToken));
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
}
