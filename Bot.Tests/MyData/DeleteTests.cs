using System.Net;
using System.Text.Json.Nodes;
using CoachBot.Channels.LocalChat;
using CoachBot.MyData;
using CoachBot.Storage.Tables;
using CoachBot.Tests.Channels.Turns;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Tests.MyData;

/// <summary>Everything about a person, once they have said "delete my data" and then "delete".</summary>
public sealed class Everything_about_a_person_who_asked_for_it : IAsyncDisposable
{
    private DataHouse _house = null!;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Is_gone_from_every_byte_but_hashes_and_was_all_in_the_export_before(bool onServer)
    {
        await OpenAsync(onServer);
        await AStory.TellAsync(_house);
        var rep = _house.Rep(AStory.Rep, "conv-zorblatt");
        await rep.SaysAsync("export my data");
        var (_, export) = await _house.FetchAsync(_house.LastLink, "coach.json");
        Assert.All(AStory.Words, word => Assert.Contains(word, export, StringComparison.OrdinalIgnoreCase));
        Assert.All(AStory.OthersWords, word => Assert.DoesNotContain(word, export, StringComparison.OrdinalIgnoreCase));

        Assert.Contains("\"delete\"", await rep.AsksAsync("delete my data"), StringComparison.Ordinal);
        Assert.Equal(_house.Say(MyDataWords.Deleted), await rep.AsksAsync(" Delete. "));
        await _house.ErasedAsync();

        await IsGoneAsync();
        Assert.Equal("", Assert.Single(await AStory.SealedPromisesAsync(_house)).Name);
        var left = await _house.DumpAsync();
        Assert.All(AStory.OthersWords, word => Assert.Contains(word, left, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Is_gone_but_the_promise_is_kept_when_they_come_back(bool onServer)
    {
        await OpenAsync(onServer);
        await AStory.TellAsync(_house);
        await DeletesAsync("conv-yarrow");
        await _house.ErasedAsync();

        var again = _house.Rep(AStory.Rep, "conv-yarrow");
        await again.SaysAsync("debrief", "xylofern plan");
        var told = await again.AsksAsync("wozzlebert");

        Assert.Contains("not to be contacted, and that stands", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Is_gone_after_a_crash_between_the_turn_and_the_rest(bool onServer)
    {
        await OpenAsync(onServer);
        await AStory.TellAsync(_house);
        await _house.Rep(AStory.Rep, "conv-zorblatt").SaysAsync("delete my data");
        _house.Channel.Answer = _ => FakeChannel.Refusal(HttpStatusCode.ServiceUnavailable);
        Assert.Equal(200, await _house.Host.PostAsync(_house.Rep(AStory.Rep, "conv-zorblatt").Message("delete")));
        await _house.Host.UntilAsync(async database => await database.Outbox.AnyAsync(o => o.Attempts > 0 && o.Status == OutboxStatus.Waiting));
        Assert.DoesNotContain("xylofern", await _house.DumpAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("conv-zorblatt", await _house.DumpAsync(), StringComparison.Ordinal);

        _house.Channel.Answer = _ => null;
        _house.Clock.Advance(TimeSpan.FromMinutes(5));
        await _house.RestartAsync();
        await _house.ErasedAsync();

        Assert.Equal(_house.Say(MyDataWords.Deleted), _house.Channel.Texts.Last());
        await IsGoneAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Is_not_written_again_by_a_turn_that_was_under_way_elsewhere(bool onServer)
    {
        await OpenAsync(onServer);
        await AStory.TellAsync(_house);
        var (heldUp, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        _house.Bot.AtTheEnd = turn =>
        {
            if (turn.Activity.Text != "quibblemere, once more")
                return Task.CompletedTask;
            heldUp.SetResult();
            return goOn.Task;
        };
        await _house.Host.PostAsync(_house.Rep(AStory.Rep, "conv-plimsoll").Message("quibblemere, once more"));
        await _house.Host.PostAsync(_house.Rep(AStory.Rep, "conv-plimsoll").Message("and the vorplefinch"));
        await heldUp.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        var (before, rep) = (_house.Channel.Taken.Count, _house.Rep(AStory.Rep, "conv-zorblatt"));
        await _house.Host.PostAsync(rep.Message("delete my data"));
        await _house.Host.UntilAsync(async database => !await database.Inbox.AnyAsync(i => i.Conversation.Contains("zorblatt") && i.Status == InboxStatus.Waiting) && !await database.Outbox.AnyAsync(o => o.Status < OutboxStatus.Sent));
        await _house.Host.PostAsync(rep.Message("delete"));
        await _house.ErasedAsync();

        goOn.SetResult();
        await _house.Host.SettledAsync();

        await IsGoneAsync();
        Assert.Equal(_house.Say(MyDataWords.Deleted), _house.Channel.Texts.Skip(before).Last());
        Assert.Equal(2, _house.Channel.Taken.Count - before);
    }

    [Fact]
    public async Task Sends_nothing_any_more_that_was_planned_or_failed_before()
    {
        await OpenAsync(onServer: false);
        await AStory.TellAsync(_house);
        _house.Channel.Answer = _ => FakeChannel.Refusal(HttpStatusCode.TooManyRequests, retryAfter: 3600);
        await _house.Host.PostAsync(_house.Rep(AStory.Rep, "conv-plimsoll").Message("help"));
        await _house.Host.UntilAsync(async database => await database.Outbox.AnyAsync(o => o.Attempts > 0 && o.Status == OutboxStatus.Waiting));
        _house.Channel.Answer = _ => null;
        await RemindAsync();
        var before = _house.Channel.Taken.Count;

        var rep = _house.Rep(AStory.Rep, "conv-zorblatt");
        foreach (var text in (string[])["delete my data", "delete"])
        {
            await _house.Host.PostAsync(rep.Message(text));
            await _house.Host.UntilAsync(async database => !await database.Inbox.AnyAsync(i => i.Status == InboxStatus.Waiting) && !await database.Outbox.AnyAsync(o => o.Conversation.Contains("zorblatt") && o.Status < OutboxStatus.Sent));
        }

        await _house.ErasedAsync();
        _house.Clock.Advance(TimeSpan.FromDays(60));
        await _house.Host.SettledAsync();

        Assert.Equal(2, _house.Channel.Taken.Count - before);
        await IsGoneAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Is_gone_from_between_the_rows_of_many_others(int seed)
    {
        await OpenAsync(onServer: false);
        await AStory.TellAsync(_house);
        await AStory.CrowdAsync(_house, seed);
        Assert.Contains("vorplefinch vorplefinch", _house.Bytes(), StringComparison.Ordinal);

        await DeletesAsync("conv-zorblatt");
        await _house.ErasedAsync();

        await IsGoneAsync();
        Assert.Contains("noise-7", await _house.DumpAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_begin_anew_when_the_channel_delivers_an_old_message_again()
    {
        await OpenAsync(onServer: false);
        var rep = _house.Rep(AStory.Rep, "conv-zorblatt");
        var (old, last) = (rep.Message("debrief"), rep.Message("delete"));
        Assert.Equal(200, await _house.Host.PostAsync(old));
        await rep.SaysAsync("xylofern plan", "delete my data");
        Assert.Equal(200, await _house.Host.PostAsync(last));
        await _house.ErasedAsync();
        var before = _house.Channel.Taken.Count;

        Assert.Equal(200, await _house.Host.PostAsync(old));
        Assert.Equal(200, await _house.Host.PostAsync(last));
        await _house.Host.SettledAsync();

        Assert.Equal(before, _house.Channel.Taken.Count);
        await IsGoneAsync();
    }

    [Fact]
    public async Task Is_gone_from_the_memory_of_the_chat_page_too()
    {
        await OpenAsync(onServer: false);
        const string Chat = "0123456789abcdef01234567";
        var page = _house.Host.Get<ChatConversations>();
        page.Open(Chat)!.Put(new JsonObject { ["type"] = "message", ["text"] = "xylofern plan" });

        await new DataRep(_house, AStory.Rep, Chat) { Channel = "webchat" }.SaysAsync("debrief", "xylofern plan", "delete my data", "delete");
        await _house.ErasedAsync();

        Assert.Null(page.Open(Chat)!.After(0));
        await IsGoneAsync();
    }

    [Theory]
    [InlineData("no")]
    [InlineData("delete everything")]
    [InlineData("cancel")]
    public async Task Stays_where_they_type_anything_else(string word)
    {
        await OpenAsync(onServer: false);
        var rep = _house.Rep(AStory.Rep, "conv-zorblatt");
        await rep.SaysAsync("debrief", "xylofern plan", "delete my data", word);

        Assert.Contains("xylofern", await _house.DumpAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(_house.Say(MyDataWords.Deleted), _house.Channel.Texts);
        await rep.SaysAsync("debrief", "Quillabee");
        Assert.Contains("Quillabee", await _house.DumpAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_what_a_customer_asks_for_whose_words_are_quoted()
    {
        await OpenAsync(onServer: false);
        var rep = _house.Rep(AStory.Rep, "conv-zorblatt");
        await rep.SaysAsync("debrief", "xylofern plan", "Quillabee", "Face to face");

        await rep.SaysAsync("delete my data");

        Assert.DoesNotContain(_house.Channel.Texts, text => text.Contains("type \"delete\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stands_in_no_table_that_nobody_thought_of()
    {
        await OpenAsync(onServer: false);

        // A new table: say in Erasure what of a person stands in it, or that nothing does.
        Assert.Equal(
            ["chores", "conversations", "customers", "debriefs", "erasures", "export_links", "feedback", "follow_ups", "forgotten", "inbox", "outbox", "people", "promise_events", "promises", "readings", "state"],
            await _house.Host.AskAsync(database => Task.FromResult(database.Model.GetEntityTypes().Select(e => e.GetTableName()!).Order(StringComparer.Ordinal).ToList())));
    }

    public ValueTask DisposeAsync() => _house?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task OpenAsync(bool onServer)
    {
        _house = await DataHouse.OpenAsync(onServer);
    }

    private Task DeletesAsync(string conversation) => _house.Rep(AStory.Rep, conversation).SaysAsync("delete my data", "delete");

    private Task<int> RemindAsync() => _house.Host.AskAsync(async database =>
    {
        database.Outbox.Add(new OutboxRow { Conversation = "msteams/tenant/conv-plimsoll", Mark = "mark:reminder", Person = AStory.KeyOfRep, About = "quillabee", Body = "{}", Created = _house.Clock.GetUtcNow(), Due = _house.Clock.GetUtcNow() });
        return await database.SaveChangesAsync();
    });

    private async Task IsGoneAsync()
    {
        foreach (var place in (string[])[await _house.DumpAsync(), _house.Bytes()])
            Assert.All(AStory.Words, word => Assert.DoesNotContain(word, place, StringComparison.OrdinalIgnoreCase));
    }
}
