using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

public interface ITranscriptLogger
{
    Task LogActivityAsync(IActivity activity);
}

public interface ITranscriptStore : ITranscriptLogger
{
    Task<PagedResult<IActivity>> GetTranscriptActivitiesAsync(
        string channelId, string conversationId, string continuationToken = default, DateTimeOffset startDate = default);

    Task<PagedResult<TranscriptInfo>> ListTranscriptsAsync(string channelId, string continuationToken = default);

    Task DeleteTranscriptAsync(string channelId, string conversationId);
}

public class TranscriptInfo
{
    public string ChannelId { get; set; }
    public DateTimeOffset Created { get; set; }
    public string Id { get; set; }
}

public class PagedResult<T>
{
    public string ContinuationToken { get; set; }
    public T[] Items { get; set; } = [];
}
