using System.Collections.Concurrent;
using CoachBot.Tests.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CoachBot.Tests.Channels.Turns;

/// <summary>A debrief that is kept in a file, and in every turn of which the n-th call fails, for every n that there is.</summary>
public sealed class A_debrief_in_a_file_of_which_a_call_fails
{
    [Fact]
    public Task Of_the_database_is_answered_as_any_other() => NthCallOf.DatabaseAsync(
        () => Task.FromResult<string?>(null), () => new SqliteException("disk I/O error", 10));

    [Fact]
    public Task Of_the_channel_is_answered_once_or_twice_where_nobody_can_know() => NthCallOf.ChannelAsync(null);
}

/// <summary>The same on a server.</summary>
public sealed class A_debrief_on_a_server_of_which_a_call_fails : IAsyncDisposable
{
    private readonly ConcurrentBag<string> _databases = [];

    [Fact]
    public Task Of_the_database_is_answered_as_any_other() => NthCallOf.DatabaseAsync(
        NewAsync, () => new NpgsqlException("the line is cut", new IOException()));

    [Fact]
    public async Task Of_the_channel_is_answered_once_or_twice_where_nobody_can_know() => await NthCallOf.ChannelAsync(await NewAsync());

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases)
            await PostgresServer.DropAsync(database);
    }

    private async Task<string?> NewAsync()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        _databases.Add(database);
        return database;
    }
}

internal static class NthCallOf
{
    // A fault in every turn of a debrief: so a debrief for each n meets every call that there is, and none is left out.
    public static Task DatabaseAsync(Func<Task<string?>> server, Func<Exception> error) =>
        Task.WhenAll(Enum.GetValues<Fails>().Select(async how => await DatabaseAsync(await server(), how, new NthCall(how, error))));

    private static async Task DatabaseAsync(string? server, Fails how, NthCall failing)
    {
        await using var debrief = new ToldDebrief(server, failing);
        var expected = await debrief.TellAsync(debrief.NewPerson());
        for (var (nth, failed) = (1, -1); failed != failing.Failed; nth++)
        {
            failed = failing.Failed;
            var person = debrief.NewPerson();
            var heard = await debrief.TellAsync(person, () => failing.Arm(nth), failing.Disarm);
            Assert.True(expected.SequenceEqual(heard), $"With the call {nth} of each turn failing ({how}) it was answered:\n{Difference(expected, heard)}");
        }

        Assert.InRange(failing.Failed, 100, int.MaxValue);
    }

    public static async Task ChannelAsync(string? server)
    {
        await using var debrief = new ToldDebrief(server);
        var expected = await debrief.TellAsync(debrief.NewPerson());
        var most = expected.GroupBy(r => r.Line).Max(g => g.Count());
        var people = (from nth in Enumerable.Range(1, most) from fate in Enum.GetValues<Fate>() select (nth, fate)).ToDictionary(_ => debrief.NewPerson());
        debrief.Channel.Decide = (person, nth, again) => !again && people[person].nth == nth ? people[person].fate : Fate.Take;

        await Task.WhenAll(people.Select(async person =>
        {
            var heard = await debrief.TellAsync(person.Key);
            var twice = person.Value.fate is Fate.FailTaken or Fate.CutTaken;
            var copies = expected.GroupBy(r => r.Line).SelectMany(line => line.SelectMany((reply, at) => Enumerable.Repeat(reply, twice && at + 1 == person.Value.nth ? 2 : 1)));
            Assert.True(copies.SequenceEqual(heard.Where(r => r.Taken)), $"With {person.Value} of each turn it was answered:\n{Difference([.. copies], heard)}");
        }));
    }

    private static string Difference(IReadOnlyList<Reply> expected, IReadOnlyList<Reply> heard)
    {
        var at = expected.Zip(heard).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{expected.Count} replies were expected, {heard.Count} came. From number {at} on: {Shown(heard.Skip(at))}\nand not: {Shown(expected.Skip(at))}";
    }

    private static string Shown(IEnumerable<Reply> replies) => string.Join('\n', replies.Take(4).Select(r => $"line {r.Line}, {(r.Taken ? "taken" : "not taken")}: {r.Words[..Math.Min(r.Words.Length, 120)]}"));
}
