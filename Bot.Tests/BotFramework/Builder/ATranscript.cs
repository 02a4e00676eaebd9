using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace CoachBot.Tests.BotFramework.Builder;

public sealed class ATranscript : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"transcripts-{Guid.NewGuid():n}");

    public static TheoryData<string> Stores => ["memory", "files"];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Holds_what_was_said_in_its_last_wording(string kind)
    {
        var store = Open(kind);
        var adapter = new TestAdapter().Use(new TranscriptLoggerMiddleware(store));
        await new TestFlow(adapter, async (turn, cancellationToken) =>
        {
            var reply = MessageFactory.Text("first");
            reply.Id = (await turn.SendActivityAsync(reply, cancellationToken)).Id;
            reply.Text = "second";
            await turn.UpdateActivityAsync(reply, cancellationToken);
        }).Send("hi").StartTestAsync();

        var kept = await ReadAsync(store, adapter);

        Assert.Equal([("message", "hi"), ("message", "second")], kept.Select(activity => (activity.Type, activity.Text)));
        Assert.Equal(RoleTypes.User, kept[0].From.Role);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Keeps_of_what_was_taken_back_only_that_it_was_there(string kind)
    {
        var store = Open(kind);
        var adapter = new TestAdapter().Use(new TranscriptLoggerMiddleware(store));
        await new TestFlow(adapter, async (turn, cancellationToken) =>
        {
            var sent = await turn.SendActivityAsync("a slip", cancellationToken: cancellationToken);
            await turn.SendActivityAsync("meant", cancellationToken: cancellationToken);
            await turn.DeleteActivityAsync(sent.Id, cancellationToken);
        }).Send("hi").StartTestAsync();

        var kept = await ReadAsync(store, adapter);

        Assert.Equal([("message", "hi"), ("messageDelete", ""), ("message", "meant")], kept.Select(activity => (activity.Type, activity.Text ?? "")));
        Assert.Equal("deleted", kept[1].From.Id);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Is_read_in_pages_from_a_time_on_and_can_be_thrown_away(string kind)
    {
        var store = Open(kind);
        var start = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
        for (var minute = 0; minute < 25; minute++)
        {
            var activity = MessageFactory.Text($"{minute}");
            (activity.Id, activity.ChannelId, activity.Timestamp) = ($"id-{minute}", "test", start.AddMinutes(minute));
            activity.Conversation = new ConversationAccount { Id = "../a/b" };
            await store.LogActivityAsync(activity);
        }

        var first = await store.GetTranscriptActivitiesAsync("test", "../a/b");
        var second = await store.GetTranscriptActivitiesAsync("test", "../a/b", first.ContinuationToken);
        var late = await store.GetTranscriptActivitiesAsync("test", "../a/b", startDate: start.AddMinutes(22));

        Assert.Equal((20, 5, 3), (first.Items.Length, second.Items.Length, late.Items.Length));
        Assert.Equal("id-20", second.Items[0].Id);
        Assert.Null(second.ContinuationToken);
        Assert.Equal("../a/b", Assert.Single((await store.ListTranscriptsAsync("test")).Items).Id);

        await store.DeleteTranscriptAsync("test", "../a/b");
        Assert.Empty((await store.GetTranscriptActivitiesAsync("test", "../a/b")).Items);
        Assert.Empty((await store.ListTranscriptsAsync("test")).Items);
    }

    [Fact]
    public async Task Does_not_cost_the_answer_when_it_cannot_be_written()
    {
        var adapter = new TestAdapter().Use(new TranscriptLoggerMiddleware(new FullDisk()));

        await new TestFlow(adapter, (turn, cancellationToken) => turn.SendActivityAsync("hello", cancellationToken: cancellationToken))
            .Test("hi", "hello")
            .StartTestAsync();
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static async Task<List<Activity>> ReadAsync(ITranscriptStore store, TestAdapter adapter)
        => [.. (await store.GetTranscriptActivitiesAsync("test", adapter.Conversation.Conversation.Id)).Items.Cast<Activity>()];

    private ITranscriptStore Open(string kind) => kind == "memory" ? new MemoryTranscriptStore() : new FileTranscriptLogger(_folder);

    private sealed class FullDisk : ITranscriptLogger
    {
        public Task LogActivityAsync(IActivity activity) => throw new IOException("The disk is full.");
    }
}
