using Microsoft.Bot.Builder;

namespace CoachBot.Tests.Storage;

/// <summary>What every storage does, whatever is behind it.</summary>
public abstract class StorageSuite
{
    protected abstract IStorage Storage { get; }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Knows_nothing_of_a_key_that_was_never_written() =>
        Assert.Empty(await Storage.ReadAsync(["nobody"], Cancel));

    [Fact]
    public async Task Gives_back_what_was_written_to_several_keys_at_once()
    {
        await Storage.WriteAsync(Changes(("a", Map("name", "Ana")), ("b", Map("name", "Bo"))), Cancel);

        var items = await Storage.ReadAsync(["a", "b", "c"], Cancel);

        Assert.Equal(["a", "b"], items.Keys.Order());
        Assert.Equal("Bo", Assert.IsType<IDictionary<string, object>>(items["b"], exactMatch: false)["name"]);
    }

    [Fact]
    public async Task Hands_out_copies_that_change_nothing_until_they_are_written()
    {
        await Storage.WriteAsync(Changes(("a", Map("name", "Ana"))), Cancel);

        (await ReadMap("a"))["name"] = "Eve";

        Assert.Equal("Ana", (await ReadMap("a"))["name"]);
    }

    [Fact]
    public async Task Forgets_what_is_deleted_and_nothing_else()
    {
        await Storage.WriteAsync(Changes(("a", Map()), ("b", Map()), ("c", Map())), Cancel);

        await Storage.DeleteAsync(["a", "c", "never there"], Cancel);

        Assert.Equal(["b"], (await Storage.ReadAsync(["a", "b", "c"], Cancel)).Keys);
    }

    [Fact]
    public async Task Does_nothing_when_asked_for_nothing()
    {
        await Storage.WriteAsync(Changes(), Cancel);
        await Storage.DeleteAsync([], Cancel);
        Assert.Empty(await Storage.ReadAsync([], Cancel));
    }

    [Fact]
    public async Task Refuses_null_for_keys_and_changes()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => Storage.ReadAsync(null!, Cancel));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Storage.DeleteAsync(null!, Cancel));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Storage.WriteAsync(null!, Cancel));
    }

    [Fact]
    public async Task Refuses_an_item_that_was_read_before_somebody_else_wrote_it()
    {
        await Storage.WriteAsync(Changes(("note", new Note { Text = "first" })), Cancel);
        var mine = await ReadNote();
        var theirs = await ReadNote();
        theirs.Text = "theirs";
        await Storage.WriteAsync(Changes(("note", theirs)), Cancel);

        mine.Text = "mine";
        var conflict = await Assert.ThrowsAnyAsync<Exception>(() => Storage.WriteAsync(Changes(("note", mine)), Cancel));

        Assert.Contains("etag conflict", conflict.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("theirs", (await ReadNote()).Text);
    }

    [Fact]
    public async Task Writes_over_anything_with_a_star_for_a_version()
    {
        await Storage.WriteAsync(Changes(("note", new Note { Text = "first" })), Cancel);

        await Storage.WriteAsync(Changes(("note", new Note { Text = "second", ETag = "*" })), Cancel);

        Assert.Equal("second", (await ReadNote()).Text);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("with/slashes\\and 'quotes' \"too\"; drop table state")]
    [InlineData("ключ 🔑 مفتاح")]
    public async Task Takes_any_text_for_a_key(string key)
    {
        await Storage.WriteAsync(Changes((key, Map("is", key))), Cancel);
        Assert.Equal(key, (await ReadMap(key))["is"]);
    }

    protected static Dictionary<string, object> Changes(params (string Key, object Value)[] changes) =>
        changes.ToDictionary(c => c.Key, c => c.Value);

    protected static IDictionary<string, object> Map(params object[] keysAndValues) =>
        keysAndValues.Chunk(2).ToDictionary(p => (string)p[0], p => p[1]);

    protected async Task<IDictionary<string, object>> ReadMap(string key) =>
        (IDictionary<string, object>)(await Storage.ReadAsync([key], Cancel))[key];

    protected async Task<Note> ReadNote() => (Note)(await Storage.ReadAsync(["note"], Cancel))["note"];

    public sealed class Note : IStoreItem
    {
        public string? Text { get; set; }

        public string? ETag { get; set; }
    }
}
