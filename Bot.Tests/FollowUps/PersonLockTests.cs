using CoachBot.Storage;
using CoachBot.Storage.Tables;
using CoachBot.Tests.Debrief;
using CoachBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Tests.FollowUps;

/// <summary>A promise and a reminder that are written at one moment, on PostgreSQL.</summary>
public sealed class A_promise_made_while_a_reminder_is_written : IAsyncDisposable
{
    // Long enough for a turn that waits for nothing.
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1.5);

    private CoachApp _coach = null!;

    [Fact]
    public async Task Waits_until_the_reminder_is_written_and_then_until_it_is_sent()
    {
        var over = TestContext.Current.CancellationToken;
        var rep = await AboutToPromiseAsync();
        await using var database = await DatabaseAsync();
        var person = await database.People.AsNoTracking().SingleAsync(over);
        var reminder = new OutboxRow { Conversation = person.Conversation!, Mark = "mark:test", Person = person.Key, About = "anna", Status = OutboxStatus.Sending, Body = "{}", Due = DateTimeOffset.MaxValue.AddYears(-5000) };
        var transaction = await database.Database.BeginTransactionAsync(over);
        await PersonLock.TakeAsync(database, person.Key, over);
        database.Outbox.Add(reminder);
        await database.SaveChangesAsync(over);

        var promise = rep.Taps("That fits");
        Assert.NotSame(promise, await Task.WhenAny(promise, Task.Delay(Turn, over)));
        await transaction.CommitAsync(over);
        Assert.NotSame(promise, await Task.WhenAny(promise, Task.Delay(Turn, over)));
        reminder.Status = OutboxStatus.Sent;
        await database.SaveChangesAsync(over);

        (await promise).Hears("promise.made");
    }

    private async Task<Chat> AboutToPromiseAsync()
    {
        _coach = new CoachApp { Connector = new RemindedRep.OwnWords(), Settings = [("ConnectionStrings:Coach", await PostgresServer.NewDatabaseAsync())] };
        var rep = _coach.Chat();
        await rep.TellsAsync(new ANo("Please don't contact me again."));
        return rep;
    }

    private Task<CoachDatabase> DatabaseAsync() => _coach.Get<IDbContextFactory<CoachDatabase>>().CreateDbContextAsync();

    public ValueTask DisposeAsync() => _coach.DisposeAsync();
}
