using CoachBot.Storage;
using Microsoft.Bot.Builder;

namespace CoachBot.Tests.Storage;

/// <summary>State in a database, whichever it is.</summary>
public abstract class DatabaseStorageSuite : StorageSuite, IAsyncLifetime
{
    private TestStore _store = null!;

    protected override IStorage Storage => _store.Storage;

    protected abstract Task<TestStore> OpenAsync();

    public async ValueTask InitializeAsync() => _store = await OpenAsync();

    [Fact]
    public async Task Is_there_again_after_a_restart()
    {
        await Storage.WriteAsync(Changes(("a", Map("name", "Ana", "noes", 3))), Cancel);

        await RestartAsync();

        var map = await ReadMap("a");
        Assert.Equal("Ana", map["name"]);
        Assert.Equal(3, map["noes"]);
    }

    [Fact]
    public async Task Refuses_a_map_that_was_read_before_somebody_else_wrote_it()
    {
        await Storage.WriteAsync(Changes(("a", Map("n", 1))), Cancel);
        var mine = await ReadMap("a");
        await Storage.WriteAsync(Changes(("a", await ReadMap("a"))), Cancel);

        await Assert.ThrowsAsync<StateConflictException>(() => Storage.WriteAsync(Changes(("a", mine)), Cancel));
    }

    [Fact]
    public async Task Lets_one_turn_write_the_same_map_twice()
    {
        await Storage.WriteAsync(Changes(("a", Map("n", 1))), Cancel);
        var map = await ReadMap("a");

        foreach (var n in (int[])[2, 3])
        {
            map["n"] = n;
            await Storage.WriteAsync(Changes(("a", map)), Cancel);
        }

        Assert.Equal(3, (await ReadMap("a"))["n"]);
    }

    [Fact]
    public async Task Does_not_bring_back_what_was_deleted_in_the_meantime()
    {
        await Storage.WriteAsync(Changes(("a", Map("n", 1))), Cancel);
        var mine = await ReadMap("a");
        await Storage.DeleteAsync(["a"], Cancel);

        await Assert.ThrowsAsync<StateConflictException>(() => Storage.WriteAsync(Changes(("a", mine)), Cancel));
        Assert.Empty(await Storage.ReadAsync(["a"], Cancel));
    }

    [Fact]
    public async Task Does_not_take_a_state_made_anew_for_its_former_self()
    {
        await Storage.WriteAsync(Changes(("a", Map("life", 1))), Cancel);
        var former = await ReadMap("a");
        await Storage.DeleteAsync(["a"], Cancel);
        await Storage.WriteAsync(Changes(("a", Map("life", 2))), Cancel);

        await Assert.ThrowsAsync<StateConflictException>(() => Storage.WriteAsync(Changes(("a", former)), Cancel));
    }

    [Fact]
    public async Task Writes_all_of_several_keys_or_none()
    {
        await Storage.WriteAsync(Changes(("a", Map("n", 1))), Cancel);
        var stale = Map("n", 9, "eTag", "7");

        await Assert.ThrowsAsync<StateConflictException>(() => Storage.WriteAsync(Changes(("b", Map("n", 1)), ("a", stale)), Cancel));

        Assert.Equal(["a"], (await Storage.ReadAsync(["a", "b"], Cancel)).Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a version")]
    [InlineData("-1")]
    public async Task Takes_a_version_that_it_never_gave_for_an_old_one(string eTag) =>
        await Assert.ThrowsAsync<StateConflictException>(() => Storage.WriteAsync(Changes(("a", Map("eTag", eTag))), Cancel));

    [Fact]
    public async Task Keeps_the_old_state_when_the_new_one_cannot_be_written()
    {
        await Storage.WriteAsync(Changes(("a", Map("n", 1))), Cancel);

        await Assert.ThrowsAsync<StateTypeException>(() => Storage.WriteAsync(Changes(("a", Map("n", new Uri("http://localhost")))), Cancel));

        Assert.Equal(1, (await ReadMap("a"))["n"]);
    }

    [Fact]
    public async Task Loses_no_count_when_many_write_at_once()
    {
        await Storage.WriteAsync(Changes(("a", Map("n", 0))), Cancel);

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), Cancel, async (_, _) =>
        {
            while (!await TryCountAsync())
                await Task.Yield();
        });

        Assert.Equal(200, (await ReadMap("a"))["n"]);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task RestartAsync()
    {
        await _store.DisposeAsync();
        _store = await OpenAsync();
    }

    private async Task<bool> TryCountAsync()
    {
        var map = await ReadMap("a");
        map["n"] = (int)map["n"] + 1;
        try
        {
            await Storage.WriteAsync(Changes(("a", map)), Cancel);
            return true;
        }
        catch (StateConflictException)
        {
            return false;
        }
    }
}
