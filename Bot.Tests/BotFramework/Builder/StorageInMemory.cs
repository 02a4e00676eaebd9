using Microsoft.Bot.Builder;

namespace CoachBot.Tests.BotFramework.Builder;

public sealed class StorageInMemory
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly MemoryStorage _storage = new();

    [Fact]
    public async Task Gives_copies_of_the_type_that_was_put_in()
    {
        var note = new Note { Text = "one" };
        await WriteAsync(note);
        note.Text = "changed after";

        var read = await ReadAsync();

        Assert.Equal("one", read.Text);
        Assert.NotNull(read.ETag);
    }

    [Fact]
    public async Task Refuses_who_has_not_seen_the_last_version()
    {
        await WriteAsync(new Note { Text = "one" });
        var (mine, theirs) = (await ReadAsync(), await ReadAsync());
        theirs.Text = "two";
        await WriteAsync(theirs);

        await Assert.ThrowsAsync<Exception>(() => WriteAsync(mine));

        mine.ETag = "*";
        await WriteAsync(mine);
        Assert.Equal("one", (await ReadAsync()).Text);
    }

    [Fact]
    public async Task Minds_the_version_that_a_state_carries()
    {
        await WriteAsync(new Dictionary<string, object> { ["name"] = "Ada", ["eTag"] = "*" });
        var state = (IDictionary<string, object>)(await _storage.ReadAsync(["note"], Never))["note"];
        await WriteAsync(new Dictionary<string, object>(state) { ["name"] = "Grace" });

        await Assert.ThrowsAsync<Exception>(() => WriteAsync(state));
    }

    [Fact]
    public async Task Knows_nothing_of_what_was_never_put_in_or_is_gone()
    {
        await WriteAsync(new Note());
        await _storage.DeleteAsync(["note", "unknown"], Never);

        Assert.Empty(await _storage.ReadAsync(["note", "unknown"], Never));
    }

    private Task WriteAsync(object value) => _storage.WriteAsync(new Dictionary<string, object> { ["note"] = value }, Never);

    private async Task<Note> ReadAsync() => (Note)(await _storage.ReadAsync(["note"], Never))["note"];

    public sealed class Note : IStoreItem
    {
        public string? Text { get; set; }

        public string ETag { get; set; } = null!;
    }
}
