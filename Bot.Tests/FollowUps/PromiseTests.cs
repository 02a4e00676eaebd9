using CoachBot.Debrief;
using CoachBot.Reading;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using CoachBot.Tests.Debrief;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Tests.FollowUps;

/// <summary>A customer who asked for no contact.</summary>
public sealed class A_promised_customer : IAsyncDisposable
{
    private static readonly ANo Quiet = new("Please don't contact me again.");
    private static readonly ANo Later = new("Not now, please ask me again in September.");

    private readonly CoachApp _coach = new();

    [Fact]
    public async Task Is_on_the_list_from_the_turn_on_in_which_the_rep_says_that_the_reading_fits()
    {
        var rep = await PromisesAsync(_coach.Chat());

        rep.Hears("promise.made");
        var promise = Assert.Single(await PromisesAsync());
        Assert.Equal("Anna", promise.Name);
    }

    [Theory]
    [InlineData("Anna")]
    [InlineData("  ANNA ")]
    [InlineData("Ánna")]
    [InlineData("Mrs. Anna")]
    public async Task Is_offered_no_way_to_be_contacted_however_they_are_written(string alias)
    {
        await PromisesAsync(_coach.Chat());

        var rep = _coach.Chat(conversation: "another conversation of the same rep");
        await rep.TellsUpToAsync("customer", Later);
        (await rep.Says(alias)).Hears("promise.stands").IsAsked("channel");
        await TellsRestAsync(rep, Later);

        await ShowsOnlyQuietAsync(rep);
    }

    [Fact]
    public async Task Stays_promised_when_the_rep_says_that_it_was_something_else()
    {
        await PromisesAsync(_coach.Chat());

        var rep = _coach.Chat(conversation: "another");
        await rep.TellsAsync(Later);
        await rep.CorrectsAsync("nurture.timing");

        Assert.Contains(Title(NextStep.HonourNo, Reason.NoContact), rep.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task May_be_the_one_of_a_like_name_so_the_rep_is_asked_and_until_then_it_is()
    {
        await PromisesAsync(_coach.Chat());

        var rep = _coach.Chat(conversation: "another");
        await rep.TellsUpToAsync("customer", Later);
        (await rep.Says("Anna K.")).Hears("promise.same.ask");
        (await rep.Says("yes")).Hears("promise.stands").IsAsked("channel");
        await TellsRestAsync(rep, Later);

        await ShowsOnlyQuietAsync(rep);
    }

    [Fact]
    public async Task Is_kept_apart_by_a_second_word_from_somebody_else_of_that_name()
    {
        await PromisesAsync(_coach.Chat());

        var rep = _coach.Chat(conversation: "another");
        await rep.TellsUpToAsync("customer", Later);
        (await rep.Says("Anna K.")).Hears("promise.same.ask");
        (await rep.Says("no")).Hears("promise.second-word.ask");
        (await rep.Says("bakery")).IsAsked("channel");
        await TellsRestAsync(rep, Later);
        await rep.Taps("That fits");

        Assert.Contains(Title(NextStep.Nurture, Reason.Timing), rep.Heard, StringComparison.Ordinal);
        await using var database = await DatabaseAsync();
        Assert.Contains(await database.PromiseEvents.ToListAsync(Cancel), e => e.What == PromiseEvent.SaidAnother);
        // And she is not asked about again.
        var again = _coach.Chat(conversation: "a third");
        await again.TellsUpToAsync("customer", Later);
        (await again.Says("Anna K., bakery")).IsAsked("channel");
    }

    [Fact]
    public async Task Of_one_rep_is_nobody_on_the_list_of_another()
    {
        await PromisesAsync(_coach.Chat());

        var other = await _coach.Chat("another rep").TellsAsync(Later);
        await other.Taps("That fits");

        Assert.Contains(Title(NextStep.Nurture, Reason.Timing), other.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_contacted_with_words_that_were_on_the_table_when_the_promise_was_made()
    {
        var open = await _coach.Chat(conversation: "open").TellsAsync(Later);
        await open.Taps("That fits");
        await PromisesAsync(_coach.Chat(conversation: "elsewhere"));

        await open.Taps("Another way");

        Assert.Contains(Title(NextStep.HonourNo, Reason.NoContact), open.Heard, StringComparison.Ordinal);
        Assert.DoesNotContain(Title(NextStep.Nurture, Reason.Timing), open.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cannot_be_told_from_others_while_the_list_cannot_be_read_so_no_words_are_offered_and_help_still_works()
    {
        var rep = await _coach.Chat().TellsAsync(Later);
        await RunAsync("ALTER TABLE promises RENAME TO promises_away");

        (await rep.Taps("That fits")).Hears("promise.unreadable");
        Assert.DoesNotContain(Title(NextStep.Nurture, Reason.Timing), rep.Heard, StringComparison.Ordinal);
        (await rep.Says("go on")).Hears("promise.unreadable");
        (await rep.Says("help")).Hears("conversation.help");

        await RunAsync("ALTER TABLE promises_away RENAME TO promises");
        await rep.Says("go on");
        Assert.Contains(Title(NextStep.Nurture, Reason.Timing), rep.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_still_promised_after_an_older_copy_of_the_database_was_put_back()
    {
        using var store = new Storage.TemporaryFile();
        var rep = _coach.Chat();
        await rep.Says("hello");
        await RunAsync($"VACUUM INTO '{store.Path}'");
        await PromisesAsync(rep);

        await using var restored = await _coach.RestartAsync(database =>
        {
            File.Delete(database + "-wal");
            File.Delete(database + "-shm");
            File.Copy(store.Path, database, overwrite: true);
        });
        var again = restored.Chat(conversation: "after the restore");
        await again.TellsUpToAsync("customer", Later);

        (await again.Says("anna")).Hears("promise.stands");
    }

    [Fact]
    public async Task Who_came_back_by_themselves_is_taken_off_the_list_by_their_own_word_with_its_day()
    {
        await PromisesAsync(_coach.Chat());

        var rep = _coach.Chat(conversation: "another");
        await rep.TellsUpToAsync("customer", Later);
        await rep.Says("Anna");
        (await rep.Says("she came back")).Hears("promise.lift.words");
        (await rep.Says("   ")).Hears("promise.lift.words");
        (await rep.Says("I've changed my mind, could you call me about the plan?")).Hears("promise.lift.day");
        (await rep.Says("next year")).Hears("promise.lift.day-again");
        (await rep.Taps("Today")).Hears("promise.lift.lifted").Hears("conversation.resumed").IsAsked("channel");

        var lifted = Assert.Single(await PromisesAsync());
        Assert.Equal("I've changed my mind, could you call me about the plan?", lifted.LiftedBy);
        Assert.Equal("2026-03-02", lifted.LiftedOn);
        await TellsRestAsync(rep, Later);
        await rep.Taps("That fits");
        Assert.Contains(Title(NextStep.Nurture, Reason.Timing), rep.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stays_on_the_list_when_the_rep_thinks_better_of_it()
    {
        await PromisesAsync(_coach.Chat());

        var rep = _coach.Chat(conversation: "another");
        (await rep.Says("they came back")).Hears("promise.lift.words");
        (await rep.Says("help")).Hears("conversation.help");
        (await rep.Says("cancel")).Hears("conversation.cancelled");

        Assert.Null(Assert.Single(await PromisesAsync()).Lifted);
    }

    [Fact]
    public async Task Is_chosen_by_name_where_there_are_several()
    {
        await PromisesAsync(_coach.Chat());
        var rep = _coach.Chat(conversation: "another");
        await rep.TellsAsync(Quiet with { Customer = "Bob" });
        await rep.Taps("That fits");

        var elsewhere = _coach.Chat(conversation: "a third");
        (await elsewhere.Says("they came back")).Hears("promise.lift.who");
        (await elsewhere.Says("Charlie")).Hears("promise.lift.who-again");
        (await elsewhere.Taps("Bob")).Hears("promise.lift.words");
        (await elsewhere.Says("Do ring me again.")).Hears("promise.lift.day");
        await elsewhere.Says("yesterday");

        Assert.Equal(["Anna"], (await PromisesAsync()).Where(p => p.Lifted is null).Select(p => p.Name));
    }

    [Fact]
    public async Task Stands_in_files_for_the_account_that_runs_the_program_alone()
    {
        using var store = new Storage.TemporaryFile();
        var folder = Path.Combine(store.Folder, "made");
        await using var coach = new CoachApp { Settings = [("Storage:Path", Path.Combine(folder, "coach.db"))] };

        await PromisesAsync(coach.Chat());

        Assert.Contains(Directory.GetFiles(folder), file => Path.GetFileName(file).StartsWith("promises.", StringComparison.Ordinal));
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        foreach (var file in Directory.GetFiles(folder))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Without_a_name_is_left_in_peace_in_this_case_and_the_rep_is_told_that_no_more_can_be_done()
    {
        var rep = await _coach.Chat().TellsAsync(Quiet with { Customer = null });

        (await rep.Taps("That fits")).Hears("promise.nameless");

        Assert.Empty(await PromisesAsync());
    }

    public ValueTask DisposeAsync() => _coach.DisposeAsync();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<Chat> PromisesAsync(Chat rep)
    {
        await rep.TellsAsync(Quiet);
        return await rep.Taps("That fits");
    }

    private static async Task TellsRestAsync(Chat rep, ANo no)
    {
        foreach (var (question, answer) in no.Answers().SkipWhile(a => a.Question != "channel"))
            await rep.IsAsked(question).Says(answer);
        await rep.SettlesDoubtAsync();
    }

    private async Task ShowsOnlyQuietAsync(Chat rep)
    {
        await rep.Taps("That fits");
        Assert.Contains(Title(NextStep.HonourNo, Reason.NoContact), rep.Heard, StringComparison.Ordinal);
        await rep.Taps("Another way");
        Assert.Contains(Title(NextStep.HonourNo, Reason.NoContact), rep.Heard, StringComparison.Ordinal);
    }

    private string Title(NextStep step, Reason reason) => _coach.Get<CaseScripts>().Title(step, reason);

    private Task<CoachDatabase> DatabaseAsync() => _coach.Get<IDbContextFactory<CoachDatabase>>().CreateDbContextAsync(Cancel);

    private async Task<List<PromiseRow>> PromisesAsync()
    {
        await using var database = await DatabaseAsync();
        return await database.Promises.ToListAsync(Cancel);
    }

    private async Task RunAsync(string sql)
    {
        await using var database = await DatabaseAsync();
        await database.Database.ExecuteSqlRawAsync(sql, Cancel);
    }
}
