using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;

namespace CoachBot.Tests.BotFramework.Builder;

public sealed class AState
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly CountingStorage _storage = new();

    [Fact]
    public async Task Is_written_only_when_it_changed()
    {
        var state = new UserState(_storage);
        var name = state.CreateProperty<string>("name");
        using var turn = NewTurn();

        await state.SaveChangesAsync(turn, cancellationToken: Never);
        await name.GetAsync(turn, cancellationToken: Never);
        await state.SaveChangesAsync(turn, cancellationToken: Never);
        Assert.Equal(0, _storage.Writes);

        await name.SetAsync(turn, "Ada", Never);
        await state.SaveChangesAsync(turn, cancellationToken: Never);
        await state.SaveChangesAsync(turn, cancellationToken: Never);
        Assert.Equal((1, 1), (_storage.Reads, _storage.Writes));

        await state.SaveChangesAsync(turn, force: true, Never);
        Assert.Equal(2, _storage.Writes);
    }

    [Fact]
    public async Task Notices_what_changed_inside_a_value_and_keeps_its_type()
    {
        var state = new ConversationState(_storage);
        var plan = state.CreateProperty<Plan>("plan");
        using (var turn = NewTurn())
        {
            (await plan.GetAsync(turn, () => new Plan(), Never)).Steps.Add(new Attempt { Number = 7 });
            await state.SaveChangesAsync(turn, cancellationToken: Never);
        }

        using var next = NewTurn();
        var read = await plan.GetAsync(next, cancellationToken: Never);

        Assert.Equal(7, Assert.IsType<Attempt>(Assert.Single(read.Steps)).Number);
        read.Done = true;
        await state.SaveChangesAsync(next, cancellationToken: Never);
        Assert.Equal(2, _storage.Writes);
    }

    [Fact]
    public async Task Gives_the_default_of_a_value_that_is_not_there()
    {
        var state = new UserState(_storage);
        using var turn = NewTurn();

        Assert.Equal(0, await state.CreateProperty<int>("age").GetAsync(turn, cancellationToken: Never));
        Assert.Equal(5, await state.CreateProperty<int>("level").GetAsync(turn, () => 5, Never));
        Assert.Null(await state.CreateProperty<string>("name").GetAsync(turn, cancellationToken: Never));
    }

    [Fact]
    public async Task Is_empty_after_it_was_cleared()
    {
        var state = new UserState(_storage);
        var name = state.CreateProperty<string>("name");
        using var turn = NewTurn();
        await name.SetAsync(turn, "Ada", Never);
        await state.SaveChangesAsync(turn, cancellationToken: Never);

        await state.ClearStateAsync(turn, Never);
        await state.SaveChangesAsync(turn, cancellationToken: Never);

        using var next = NewTurn();
        Assert.Null(await name.GetAsync(next, cancellationToken: Never));
    }

    [Fact]
    public async Task Belongs_to_somebody_or_is_refused()
    {
        using var turn = NewTurn();
        turn.Activity.From = null;

        await Assert.ThrowsAsync<InvalidOperationException>(() => new UserState(_storage).LoadAsync(turn, cancellationToken: Never));
        Assert.Throws<ArgumentNullException>(() => new UserState(_storage).CreateProperty<string>(" "));
    }

    private static TurnContext NewTurn()
    {
        var adapter = new TestAdapter();
        var activity = adapter.MakeActivity("hi");
        activity.ChannelId = "test";
        return new TurnContext(adapter, activity);
    }

    public sealed class Plan
    {
        public List<object> Steps { get; set; } = [];

        public bool Done { get; set; }
    }

    public sealed class Attempt
    {
        public int Number { get; set; }
    }

    private sealed class CountingStorage : IStorage
    {
        private readonly MemoryStorage _inner = new();

        public int Reads { get; private set; }

        public int Writes { get; private set; }

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
        {
            Reads++;
            return _inner.ReadAsync(keys, cancellationToken);
        }

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
        {
            Writes++;
            return _inner.WriteAsync(changes, cancellationToken);
        }

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => _inner.DeleteAsync(keys, cancellationToken);
    }
}
