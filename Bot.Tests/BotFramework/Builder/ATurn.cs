using System.Security.Claims;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace CoachBot.Tests.BotFramework.Builder;

public sealed class ATurn
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly TestAdapter _adapter = new();

    [Fact]
    public async Task Has_not_answered_with_a_trace_alone()
    {
        using var turn = new TurnContext(_adapter, _adapter.MakeActivity("hi"));

        await turn.SendActivityAsync(Activity.CreateTraceActivity("seen"), Never);
        Assert.False(turn.Responded);

        await turn.SendActivityAsync("hello", cancellationToken: Never);
        Assert.True(turn.Responded);
    }

    [Fact]
    public async Task Runs_its_send_handlers_in_the_order_they_came_around_the_sending()
    {
        var order = new List<string>();
        using var turn = new TurnContext(_adapter, _adapter.MakeActivity("hi"));
        foreach (var name in new[] { "first", "second" })
        {
            turn.OnSendActivities(async (_, activities, next) =>
            {
                order.Add(name);
                activities[0].Text += $" {name}";
                var sent = await next();
                order.Add($"after {name}");
                return sent;
            });
        }

        await turn.SendActivityAsync("hello", cancellationToken: Never);

        Assert.Equal(["first", "second", "after second", "after first"], order);
        Assert.Equal("hello first second", _adapter.GetNextReply().AsMessageActivity().Text);
    }

    [Fact]
    public async Task Sends_nothing_when_a_handler_keeps_it()
    {
        using var turn = new TurnContext(_adapter, _adapter.MakeActivity("hi"));
        turn.OnSendActivities((_, _, _) => Task.FromResult(Array.Empty<ResourceResponse>()));

        var response = await turn.SendActivityAsync("hello", cancellationToken: Never);

        Assert.Null(response.Id);
        Assert.False(turn.Responded);
        Assert.Null(_adapter.GetNextReply());
    }

    [Fact]
    public async Task Keeps_its_replies_for_who_expects_them_in_the_answer()
    {
        var activity = _adapter.MakeActivity("hi");
        activity.DeliveryMode = DeliveryModes.ExpectReplies;
        using var turn = new TurnContext(_adapter, activity);

        await turn.SendActivitiesAsync([MessageFactory.Text("one"), MessageFactory.Text("two")], Never);

        Assert.Equal(["one", "two"], turn.BufferedReplyActivities.Select(reply => reply.Text));
        Assert.All(turn.BufferedReplyActivities, reply => Assert.Equal(activity.Id, reply.ReplyToId));
        Assert.Null(_adapter.GetNextReply());
    }

    [Fact]
    public async Task Runs_in_the_culture_of_its_locale_and_leaves_the_callers_alone()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        var activity = _adapter.MakeActivity("hallo");
        activity.Locale = "de-DE";
        string? during = null;

        await _adapter.ProcessActivityAsync(
            activity,
            (_, _) =>
            {
                during = System.Globalization.CultureInfo.CurrentCulture.Name;
                return Task.CompletedTask;
            },
            Never);

        Assert.Equal("de-DE", during);
        Assert.Equal(before, System.Globalization.CultureInfo.CurrentCulture);
    }

    [Fact]
    public async Task Gives_what_it_threw_to_the_one_error_handler()
    {
        Exception? caught = null;
        _adapter.OnTurnError = (_, exception) =>
        {
            caught = exception;
            return Task.CompletedTask;
        };

        await _adapter.ProcessActivityAsync(_adapter.MakeActivity("hi"), (_, _) => throw new InvalidOperationException("oops"), Never);

        Assert.Equal("oops", caught?.Message);
    }

    [Fact]
    public async Task Refuses_to_send_nothing()
    {
        using var turn = new TurnContext(_adapter, _adapter.MakeActivity("hi"));

        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivityAsync(" ", cancellationToken: Never));
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivityAsync((IActivity)null!, Never));
        await Assert.ThrowsAsync<ArgumentException>(() => turn.SendActivitiesAsync([], Never));
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.DeleteActivityAsync("", Never));
    }

    [Fact]
    public async Task Finds_the_storage_and_the_states_that_its_adapter_uses()
    {
        var storage = new MemoryStorage();
        var (user, conversation) = (new UserState(storage), new ConversationState(storage));
        var count = user.CreateProperty<int>("count");
        _adapter.UseStorage(storage).UseBotState(user).UseState(user, conversation, auto: false);

        for (var turns = 0; turns < 2; turns++)
        {
            await _adapter.ProcessActivityAsync(_adapter.MakeActivity("hi"), SeeAsync, Never);
        }

        async Task SeeAsync(ITurnContext turn, CancellationToken cancellationToken)
        {
            Assert.Same(storage, turn.TurnState.Get<IStorage>());
            Assert.Same(user, turn.TurnState.Get<UserState>());
            Assert.Same(conversation, turn.TurnState.Get<ConversationState>());
            var seen = await count.GetAsync(turn, () => 0, cancellationToken);
            Assert.Equal(turn.Activity.Id == "2" ? 0 : 1, seen);
            await count.SetAsync(turn, seen + 1, cancellationToken);
        }
    }

    [Fact]
    public async Task Shows_no_typing_to_another_bot_that_calls_this_one()
    {
        _adapter.Use(new ShowTypingMiddleware(delay: 0, period: 10));
        var skill = new CalledAsSkill();
        skill.Use(new ShowTypingMiddleware(delay: 0, period: 10));

        foreach (var (adapter, isShown) in new[] { (_adapter, true), (skill, false) })
        {
            await adapter.ProcessActivityAsync(adapter.MakeActivity("hi"), (_, token) => Task.Delay(100, token), Never);
            Assert.Equal(isShown, adapter.ActiveQueue.Any(activity => activity.Type == ActivityTypes.Typing));
        }
    }

    [Fact]
    public void Has_no_text_where_none_was_given() => Assert.Null(MessageFactory.Text(" ").Text);

    private sealed class CalledAsSkill : TestAdapter
    {
        protected override TurnContext CreateTurnContext(Activity activity)
        {
            var turn = base.CreateTurnContext(activity);
            turn.TurnState.Add(BotIdentityKey, new ClaimsIdentity(
            [
                new Claim(AuthenticationConstants.VersionClaim, "1.0"),
                new Claim(AuthenticationConstants.AudienceClaim, "this bot"),
                new Claim(AuthenticationConstants.AppIdClaim, "another bot"),
            ]));
            return turn;
        }
    }
}
