using System.Net;
using System.Text.Json.Nodes;
using CoachBot.FollowUps.Reminders;
using CoachBot.Storage.Tables;
using CoachBot.Tests.Debrief;
using Microsoft.EntityFrameworkCore;

namespace CoachBot.Tests.FollowUps;

/// <summary>A date to come back at.</summary>
public sealed class A_follow_up
{
    [Fact]
    public async Task That_the_customer_dated_themselves_is_only_said_back()
    {
        await using var rep = new RemindedRep();
        await rep.Chat.TellsAsync(RemindedRep.Later);
        await rep.Chat.Taps("That fits");

        (await rep.Chat.Taps("Go on")).Hears("follow-up.check.ask");
        Assert.Contains("Tuesday 1 September 2026", rep.Chat.Heard, StringComparison.Ordinal);
        Assert.Empty(await rep.FollowUpsAsync());

        (await rep.Chat.Taps("Yes, that's right")).Hears("follow-up.planned");
        var planned = Assert.Single(await rep.FollowUpsAsync());
        Assert.Equal(("Anna", "2026-09-01", FollowUpKind.Agreed), (planned.Name, planned.Agreed, planned.Kind));
        Assert.Equal(new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero), planned.Due);
    }

    [Fact]
    public async Task Is_asked_back_and_said_back_until_the_rep_is_content()
    {
        await using var rep = new RemindedRep();
        (await rep.ComesToADateAsync()).Hears("follow-up.ask");

        await rep.Chat.Says("next Tuesday at 9");
        Assert.Contains("Tuesday 3 March 2026 or Tuesday 10 March 2026", rep.Chat.LastText, StringComparison.Ordinal);
        (await rep.Chat.Says("3 June at 10")).Hears("follow-up.check.ask");
        Assert.Contains("at 10:00", rep.Chat.Heard, StringComparison.Ordinal);
        (await rep.Chat.Says("Sunday at 18:00")).Hears("follow-up.check.ask-moved");
        Assert.Contains("Monday 9 March 2026 at 9:00", rep.Chat.Heard, StringComparison.Ordinal);
        (await rep.Chat.Taps("Another day")).Hears("follow-up.ask");
        await rep.Chat.Taps("No reminder");

        Assert.Empty(await rep.FollowUpsAsync());
        await rep.Chat.Taps(rep.Chat.Buttons[0]);
        (await rep.Chat.Taps(rep.Chat.Buttons[0])).Hears("debrief.recap.ask");
    }

    [Fact]
    public async Task After_they_had_enough_is_for_the_rep_alone_and_never_soon()
    {
        await using var rep = new RemindedRep();
        await rep.Chat.TellsAsync(ANo.ForEachStep["back-off"]);
        await rep.Chat.Taps("That fits");
        (await rep.Chat.Taps("Go on")).Hears("follow-up.look.ask");

        (await rep.Chat.Says("next month")).Hears("follow-up.look.too-soon");
        (await rep.Chat.Says("in three months")).Hears("follow-up.check.ask");
        (await rep.Chat.Taps("Yes, that's right")).Hears("follow-up.planned-look");

        await rep.WaitsUntilAsync(2026, 6, 2, 9);
        var sent = Assert.Single(rep.Channel.Sent);
        Assert.Contains("wanted to look again", string.Join(' ', Chat.TextsOf(sent.SelectCard())), StringComparison.Ordinal);
        Assert.Equal(["Something changed", "Nothing changed", "Later", "Drop it"], Buttons(sent));
        await rep.PressesAsync("Nothing changed");
        Assert.Equal(ReminderStages.Nothing, Assert.Single(await rep.FollowUpsAsync()).Outcome);
    }

    [Fact]
    public async Task Comes_by_itself_on_its_day_and_says_why_and_how_to_stop()
    {
        await using var rep = new RemindedRep();
        await rep.PlansAsync("Anna", "10 March at 10");

        await rep.WaitsUntilAsync(2026, 3, 10, 9, 59);
        Assert.Empty(rep.Channel.Sent);

        await rep.WaitsAsync(TimeSpan.FromMinutes(1));
        var sent = Assert.Single(rep.Channel.Sent);
        Assert.Contains("Anna", Chat.Text(sent), StringComparison.Ordinal);
        var read = string.Join('\n', Chat.TextsOf(sent.SelectCard()));
        Assert.Contains("10 March at 10", read, StringComparison.Ordinal);
        Assert.Contains("stop messages", read, StringComparison.Ordinal);
        Assert.Equal(["Done", "They said something", "Later", "Drop it"], Buttons(sent));

        await rep.WaitsAsync(TimeSpan.FromDays(3));
        Assert.Single(rep.Channel.Sent);
    }

    [Fact]
    public async Task Is_asked_about_when_done_and_how_it_went_stays_beside_the_reading()
    {
        await using var rep = new RemindedRep();
        await rep.PlansAsync("Anna", "10 March at 10");
        await rep.WaitsUntilAsync(2026, 3, 10, 10);

        await rep.PressesAsync("Done");
        Assert.Contains("How did it go?", rep.Chat.Heard, StringComparison.Ordinal);
        await rep.Chat.Taps("They said yes");
        Assert.Contains("They said yes.", rep.Chat.Heard, StringComparison.Ordinal);

        var (row, reading) = (Assert.Single(await rep.FollowUpsAsync()), await rep.AskAsync(d => d.Readings.AsNoTracking().SingleAsync()));
        Assert.Equal((FollowUpStatus.Done, ReminderStages.Yes, ReminderStages.Yes), (row.Status, row.Outcome, reading.Outcome));
    }

    [Fact]
    public async Task Can_be_answered_by_typing_what_stands_on_the_button()
    {
        await using var rep = new RemindedRep();
        await rep.PlansAsync("Anna", "10 March at 10");
        await rep.WaitsUntilAsync(2026, 3, 10, 10);

        await rep.Chat.Says("done");
        Assert.Contains("How did it go?", rep.Chat.Heard, StringComparison.Ordinal);
        await rep.Chat.Says("still a no");
        Assert.Equal(ReminderStages.StillNo, Assert.Single(await rep.FollowUpsAsync()).Outcome);
    }

    [Fact]
    public async Task Can_be_put_off_in_the_reps_own_words_and_comes_then()
    {
        await using var rep = new RemindedRep();
        await rep.PlansAsync("Anna", "10 March at 10");
        await rep.WaitsUntilAsync(2026, 3, 10, 10);

        await rep.PressesAsync("Later");
        var item = (await rep.FollowUpsAsync())[0].Id;
        await rep.Chat.Taps("On the day I wrote", ($"when-{item}", "whenever the moon is full"));
        Assert.Contains("On the day I wrote", rep.Chat.Buttons);
        await rep.Chat.Taps("On the day I wrote", ($"when-{item}", "Friday at 15:00"));

        await rep.WaitsUntilAsync(2026, 3, 13, 14, 59);
        Assert.Single(rep.Channel.Sent);
        await rep.WaitsUntilAsync(2026, 3, 13, 15);
        Assert.Equal(2, rep.Channel.Sent.Count);
    }

    [Fact]
    public async Task Goes_on_as_its_case_when_the_customer_said_something()
    {
        await using var rep = new RemindedRep();
        await rep.PlansAsync("Anna", "10 March at 10");
        await rep.WaitsUntilAsync(2026, 3, 10, 10);

        (await rep.PressesAsync("They said something")).Hears("debrief.goes-on.start").IsAsked("said-now", "answered");
        Assert.Equal((FollowUpStatus.Done, ReminderStages.Answered), ((await rep.FollowUpsAsync())[0].Status, (await rep.FollowUpsAsync())[0].Outcome));
    }

    [Fact]
    public async Task Whose_customer_turns_out_to_want_no_contact_becomes_a_promise()
    {
        await using var rep = new RemindedRep();
        await rep.PlansAsync("Anna", "10 March at 10");
        await rep.WaitsUntilAsync(2026, 3, 10, 10);

        await rep.PressesAsync("Done");
        (await rep.Chat.Taps("They want no contact")).Hears("promise.made");
        Assert.Equal("Anna", (await rep.AskAsync(d => d.Promises.AsNoTracking().SingleAsync())).Name);
    }

    [Fact]
    public async Task Joins_what_falls_due_the_same_day_and_moves_what_falls_due_after_it()
    {
        await using var rep = new RemindedRep();
        await rep.PlansAsync("Anna", "10 March at 10");
        await rep.PlansAsync("Ben", "10 March at 15");
        await rep.PlansAsync("Cleo", "11 March at 14");

        await rep.WaitsUntilAsync(2026, 3, 10, 10);
        var first = Assert.Single(rep.Channel.Sent);
        Assert.Equal(["Anna", "Ben"], Names(first));
        Assert.Contains("at 15:00", string.Join(' ', Chat.TextsOf(first.SelectCard())), StringComparison.Ordinal);

        await rep.PlansAsync("Dora", "today at 16");
        await rep.WaitsUntilAsync(2026, 3, 10, 18);
        Assert.Single(rep.Channel.Sent);

        await rep.WaitsUntilAsync(2026, 3, 11, 9);
        Assert.Equal(["Dora", "Cleo"], Names(rep.Channel.Sent.Last()));
        Assert.Equal(2, rep.Channel.Sent.Count);
    }

    [Fact]
    public async Task Waits_for_the_reps_own_hours_in_their_own_city()
    {
        await using var rep = new RemindedRep();
        (await rep.Chat.Says("my hours")).Hears("messages.hours.days");
        (await rep.Chat.Says("whenever")).Hears("messages.hours.days-again");
        (await rep.Chat.Says("Monday to Saturday")).Hears("messages.hours.ask");
        (await rep.Chat.Says("8:30 am to 4 pm")).Hears("messages.hours.zone");
        (await rep.Chat.Says("new york")).Hears("messages.hours.kept");
        await rep.PlansAsync("Anna", "Saturday");
        await rep.PlansAsync("Ben", "10 March at 20:00");

        await rep.WaitsUntilAsync(2026, 3, 7, 13, 29);
        Assert.Empty(rep.Channel.Sent);
        await rep.WaitsUntilAsync(2026, 3, 7, 13, 30);
        Assert.Equal(["Anna"], Names(Assert.Single(rep.Channel.Sent)));

        // On 8 March the clocks go forward there: half past eight is an hour earlier in London.
        await rep.WaitsUntilAsync(2026, 3, 10, 12, 29);
        Assert.Single(rep.Channel.Sent);
        await rep.WaitsUntilAsync(2026, 3, 10, 12, 30);
        Assert.Equal(2, rep.Channel.Sent.Count);
    }

    [Fact]
    public async Task Keeps_its_time_of_day_when_the_rep_moves()
    {
        await using var rep = new RemindedRep();
        await rep.PlansAsync("Anna", "10 March at 10");

        await rep.Chat.Sends(new JsonObject { ["type"] = "message", ["text"] = "hello", ["localTimezone"] = "America/New_York" });

        await rep.WaitsUntilAsync(2026, 3, 10, 13, 59);
        Assert.Empty(rep.Channel.Sent);
        await rep.WaitsUntilAsync(2026, 3, 10, 14);
        Assert.Single(rep.Channel.Sent);
    }

    [Fact]
    public async Task Does_not_come_while_messages_are_stopped_and_comes_with_the_rest_once_they_are_not()
    {
        await using var rep = new RemindedRep();
        await rep.PlansAsync("Anna", "10 March at 10");
        await rep.PlansAsync("Ben", "11 March at 10");
        (await rep.Chat.Says("stop messages")).Hears("messages.stopped");

        await rep.WaitsUntilAsync(2026, 3, 12, 12);
        Assert.Empty(rep.Channel.Sent);

        (await rep.Chat.Says("resume messages")).Hears("messages.resumed");
        await rep.WaitsUntilAsync(2026, 3, 13, 9);
        Assert.Equal(["Anna", "Ben"], Names(Assert.Single(rep.Channel.Sent)));
    }

    [Fact]
    public async Task Waits_for_the_end_of_a_pause()
    {
        await using var rep = new RemindedRep();
        await rep.PlansAsync("Anna", "10 March at 10");
        (await rep.Chat.Says("pause messages")).Hears("messages.pause.ask");
        (await rep.Chat.Says("yesterday")).Hears("messages.pause.again");
        (await rep.Chat.Says("16 March")).Hears("messages.pause.paused");

        await rep.WaitsUntilAsync(2026, 3, 16, 8, 59);
        Assert.Empty(rep.Channel.Sent);
        await rep.WaitsUntilAsync(2026, 3, 16, 9);
        Assert.Single(rep.Channel.Sent);
    }

    [Fact]
    public async Task Is_taken_back_when_its_customer_asks_for_no_contact_and_the_rep_is_told()
    {
        await using var rep = new RemindedRep();
        await rep.PlansAsync("Anna", "10 March at 10");
        await rep.PlansAsync("Ben", "10 March at 11");

        var elsewhere = await rep.PromisesElsewhereAsync("  ánna ");
        Assert.Contains("10 March at 10", elsewhere.Heard, StringComparison.Ordinal);

        await rep.WaitsUntilAsync(2026, 3, 10, 12);
        Assert.Equal(["Ben"], Names(Assert.Single(rep.Channel.Sent)));
        Assert.Equal(FollowUpStatus.Withdrawn, (await rep.FollowUpsAsync())[0].Status);
    }

    [Fact]
    public async Task Is_taken_back_while_it_waits_for_a_channel_that_is_busy()
    {
        await using var rep = new RemindedRep();
        await rep.PlansAsync("Anna", "10 March at 10");
        await WaitsForABusyChannelAsync(rep);
        await rep.PromisesElsewhereAsync();

        Assert.Equal(OutboxStatus.Withdrawn, (await rep.AskAsync(d => d.Outbox.AsNoTracking().SingleAsync(o => o.About != null))).Status);
        rep.Channel.Answer = _ => null;
        await rep.WaitsAsync(TimeSpan.FromHours(3));
        Assert.Empty(rep.Channel.Sent);
    }

    [Fact]
    public async Task Of_an_older_copy_of_the_database_is_not_about_a_customer_promised_since()
    {
        await using var rep = new RemindedRep();
        await rep.PlansAsync("Anna", "10 March at 10");
        var older = await rep.CopiesAsync();
        await rep.PromisesElsewhereAsync();
        await rep.RestartsAsync(TimeSpan.Zero, database => PutBack(older, database));
        Assert.Equal(FollowUpStatus.Planned, Assert.Single(await rep.FollowUpsAsync()).Status);

        await rep.WaitsUntilAsync(2026, 3, 10, 12);
        Assert.Empty(rep.Channel.Sent);
        Assert.Equal(FollowUpStatus.Withdrawn, Assert.Single(await rep.FollowUpsAsync()).Status);
    }

    [Fact]
    public async Task Of_an_older_copy_does_not_go_out_though_it_was_on_its_way_in_it()
    {
        await using var rep = new RemindedRep();
        await rep.PlansAsync("Anna", "10 March at 10");
        await WaitsForABusyChannelAsync(rep);
        var older = await rep.CopiesAsync();
        await rep.PromisesElsewhereAsync();

        rep.Channel.Answer = _ => null;
        await rep.RestartsAsync(TimeSpan.FromHours(3), database => PutBack(older, database));

        Assert.Empty(rep.Channel.Sent);
        Assert.Equal(OutboxStatus.Withdrawn, (await rep.AskAsync(d => d.Outbox.AsNoTracking().SingleAsync(o => o.About != null))).Status);
    }

    [Fact]
    public async Task Is_one_message_after_days_without_the_program_and_summed_up_when_it_is_a_lot()
    {
        await using var rep = new RemindedRep();
        foreach (var customer in (string[])["Anna", "Ben", "Cleo", "Dora", "Emil", "Frida", "Gus", "Hana"])
            await rep.PlansAsync(customer, "10 March at 10");

        await rep.RestartsAsync(down: new DateTimeOffset(2026, 3, 13, 10, 0, 0, TimeSpan.Zero) - rep.Coach.Clock.GetUtcNow());

        var sent = Assert.Single(rep.Channel.Sent);
        Assert.Equal(ReminderCard.MostShown, Names(sent).Count);
        Assert.Contains("And 2 more", string.Join(' ', Chat.TextsOf(sent.SelectCard())), StringComparison.Ordinal);
        Assert.Contains("waited for your next working day", string.Join(' ', Chat.TextsOf(sent.SelectCard())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_planned_again_when_the_channel_let_nothing_through()
    {
        await using var rep = new RemindedRep();
        await rep.PlansAsync("Anna", "10 March at 10");
        rep.Channel.Answer = _ => new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StringContent("""{"error":{"code":"MessageWritesBlocked"}}""") };
        await rep.WaitsUntilAsync(2026, 3, 10, 10);
        await rep.QuietAsync();
        Assert.Equal(FollowUpStatus.Planned, Assert.Single(await rep.FollowUpsAsync()).Status);

        rep.Channel.Answer = _ => null;
        await rep.Chat.Says("hello");
        await rep.WaitsUntilAsync(2026, 3, 11, 9);
        Assert.Single(rep.Channel.Sent);
    }

    [Fact]
    public async Task Is_sent_once_more_at_most_when_nobody_knows_whether_it_arrived()
    {
        await using var rep = new RemindedRep();
        await rep.PlansAsync("Anna", "10 March at 10");
        var asked = 0;
        rep.Channel.Answer = _ =>
        {
            asked++;
            return new HttpResponseMessage(HttpStatusCode.InternalServerError);
        };
        Coach(rep).Advance(new DateTimeOffset(2026, 3, 10, 10, 0, 0, TimeSpan.Zero) - Coach(rep).GetUtcNow());
        for (var i = 0; i < 60; i++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            Coach(rep).Advance(TimeSpan.FromSeconds(30));
        }

        await rep.QuietAsync();
        Assert.Equal(2, asked);
        var row = await rep.AskAsync(d => d.Outbox.AsNoTracking().SingleAsync(o => o.About != null));
        Assert.Equal((OutboxStatus.GivenUp, 2, 1), (row.Status, row.Attempts, row.Ambiguous));
    }

    [Fact]
    public async Task Is_listed_and_can_be_moved_or_dropped_from_there()
    {
        await using var rep = new RemindedRep();
        (await rep.Chat.Says("follow-ups")).Hears("follow-up.list.none");
        await rep.PlansAsync("Anna", "10 March at 10");

        (await rep.Chat.Says("my reminders")).Hears("follow-up.list.some");
        Assert.Equal(["Another day", "Drop it"], rep.Chat.Buttons);
        await rep.Chat.Taps("Drop it");
        Assert.Equal(FollowUpStatus.Dropped, Assert.Single(await rep.FollowUpsAsync()).Status);

        await rep.WaitsUntilAsync(2026, 3, 12, 12);
        Assert.Empty(rep.Channel.Sent);
    }

    [Fact]
    public async Task Of_somebody_else_cannot_be_touched()
    {
        await using var rep = new RemindedRep();
        await rep.PlansAsync("Anna", "10 March at 10");
        await rep.WaitsUntilAsync(2026, 3, 10, 10);
        var data = Chat.ActionsOf(rep.Channel.Sent.Last().SelectCard()).First(a => (string?)a!["title"] == "Drop it")!["data"]!.AsObject();

        await rep.Coach.Chat("somebody else").Presses(data);

        Assert.Equal(FollowUpStatus.Reminded, Assert.Single(await rep.FollowUpsAsync()).Status);
    }

    [Fact]
    public async Task Outlives_the_program_and_ends_when_its_case_comes_to_something_else()
    {
        await using var rep = new RemindedRep();
        await rep.PlansAsync("Anna", "10 March at 10");

        await rep.RestartsAsync(TimeSpan.FromHours(1));

        Assert.Single(await rep.FollowUpsAsync());
        await rep.Chat.Says("they answered");
        await rep.Chat.Says("We've decided to go with another company.");
        await rep.Chat.Taps(rep.Chat.Buttons[0]);
        await rep.Chat.SettlesDoubtAsync();
        await rep.Chat.GoesOnAgainAsync();
        Assert.Equal(FollowUpStatus.Dropped, Assert.Single(await rep.FollowUpsAsync()).Status);
    }

    private static async Task WaitsForABusyChannelAsync(RemindedRep rep)
    {
        rep.Channel.Answer = _ =>
        {
            var busy = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            busy.Headers.RetryAfter = new(TimeSpan.FromHours(2));
            return busy;
        };
        Coach(rep).Advance(new DateTimeOffset(2026, 3, 10, 10, 0, 0, TimeSpan.Zero) - Coach(rep).GetUtcNow());
        while (!await rep.AskAsync(d => d.Outbox.AnyAsync(o => o.About != null && o.Status == OutboxStatus.Waiting && o.Attempts == 1)))
            await Task.Delay(5, TestContext.Current.CancellationToken);
    }

    private static void PutBack(string older, string database)
    {
        File.Delete(database + "-wal");
        File.Delete(database + "-shm");
        File.Move(older, database, overwrite: true);
    }

    private static StandingClock Coach(RemindedRep rep) => rep.Coach.Clock;

    private static List<string> Buttons(JsonObject sent) => [.. Chat.ActionsOf(sent.SelectCard()).Select(a => (string)a!["title"]!)];

    private static List<string> Names(JsonObject sent) => [.. sent.SelectCard()["body"]!.AsArray().Where(p => (string?)p!["type"] == "Container").Select(p => string.Concat(Chat.TextsOf(p!["items"]![0])))];
}
