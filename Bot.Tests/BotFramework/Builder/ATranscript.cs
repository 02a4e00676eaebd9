using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace CoachBot.Tests.BotFramework.Builder;

public sealed class ATranscript
{
    private readonly MemoryTranscriptStore _store = new();

    [Fact]
    public async Task Holds_what_was_said_sent_changed_and_taken_back_as_it_was_then()
    {
        var adapter = new TestAdapter().Use(new TranscriptLoggerMiddleware(_store));
        await new TestFlow(adapter, async (turn, cancellationToken) =>
        {
            var reply = MessageFactory.Text("first");
            var sent = await turn.SendActivityAsync(reply, cancellationToken);
            reply.Id = sent.Id;
            reply.Text = "second";
            await turn.UpdateActivityAsync(reply, cancellationToken);
            await turn.DeleteActivityAsync(sent.Id, cancellationToken);
        }).Send("hi").StartTestAsync();

        var page = await _store.GetTranscriptActivitiesAsync("test", adapter.Conversation.Conversation.Id);
        var lines = page.Items.Cast<Activity>().Select(activity => (activity.Type, activity.Text ?? ""));

        Assert.Equal(
            [
                ("message", "hi"),
                ("message", "first"),
                ("messageUpdate", "second"),
                ("messageDelete", ""),
            ],
            lines);
        Assert.Equal(RoleTypes.User, page.Items[0].From.Role);
    }

    [Fact]
    public async Task Does_not_cost_the_answer_when_it_cannot_be_written()
    {
        var adapter = new TestAdapter().Use(new TranscriptLoggerMiddleware(new FullDisk()));

        await new TestFlow(adapter, (turn, cancellationToken) => turn.SendActivityAsync("hello", cancellationToken: cancellationToken))
            .Test("hi", "hello")
            .StartTestAsync();
    }

    private sealed class FullDisk : ITranscriptLogger
    {
        public Task LogActivityAsync(IActivity activity) => throw new IOException("The disk is full.");
    }
}
