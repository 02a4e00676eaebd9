using System.Text.Json;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Transcripts as files that the Emulator opens, for tests: folder/channel/conversation.transcript. Message texts end up there.</summary>
public class FileTranscriptLogger : ITranscriptStore
{
    private const string Extension = ".transcript";

    private readonly string _folder;
    private readonly bool _startsAfresh;
    private readonly HashSet<string> _written = [];
    private readonly Lock _lock = new();

    /// <summary>In unit test mode a conversation's first activity replaces the file of an earlier run.</summary>
    public FileTranscriptLogger(string folder = default, bool unitTestMode = true)
        => (_folder, _startsAfresh) = (Path.GetFullPath(folder ?? "transcripts"), unitTestMode);

    public Task LogActivityAsync(IActivity activity)
    {
        BotAssert.ActivityNotNull(activity);
        var file = FileOf(activity.ChannelId, activity.Conversation?.Id);
        lock (_lock)
        {
            var transcript = _written.Add(file) && _startsAfresh ? [] : Read(file);
            TranscriptList.Log(transcript, (Activity)activity);
            Directory.CreateDirectory(Path.GetDirectoryName(file));
            File.WriteAllText(file, ProtocolJson.Write(transcript));
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
            return Task.FromResult(TranscriptList.Page(Read(FileOf(channelId, conversationId)), continuationToken, startDate));
        }
    }

    public Task<PagedResult<TranscriptInfo>> ListTranscriptsAsync(string channelId, string continuationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channelId);
        var folder = new DirectoryInfo(Path.Combine(_folder, FileName(channelId)));
        var files = folder.Exists ? folder.GetFiles("*" + Extension) : [];
        var known = files.OrderBy(file => file.CreationTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal).Select(file => new TranscriptInfo
        {
            ChannelId = channelId,
            Id = Uri.UnescapeDataString(Path.GetFileNameWithoutExtension(file.Name)),
            Created = file.CreationTimeUtc,
        });
        return Task.FromResult(TranscriptList.Page(known, info => info.Id, continuationToken));
    }

    public Task DeleteTranscriptAsync(string channelId, string conversationId)
    {
        ArgumentNullException.ThrowIfNull(channelId);
        ArgumentNullException.ThrowIfNull(conversationId);
        var file = FileOf(channelId, conversationId);
        lock (_lock)
        {
            if (File.Exists(file))
            {
                File.Delete(file);
            }
        }

        return Task.CompletedTask;
    }

    private static List<Activity> Read(string file)
        => File.Exists(file) ? JsonSerializer.Deserialize<List<Activity>>(File.ReadAllText(file), ProtocolJson.Options) : [];

    // An id may hold anything, a path to elsewhere too.
    private static string FileName(string id) => Uri.EscapeDataString(id ?? string.Empty).Replace(".", "%2E", StringComparison.Ordinal);

    private string FileOf(string channelId, string conversationId)
        => Path.Combine(_folder, FileName(channelId), FileName(conversationId) + Extension);
}
