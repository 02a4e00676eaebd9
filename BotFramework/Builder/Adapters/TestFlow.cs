using Microsoft.Bot.Schema;
using Debugger = System.Diagnostics.Debugger;

namespace Microsoft.Bot.Builder.Adapters;

public delegate void ValidateReply(IActivity expected, IActivity actual);

/// <summary>A conversation written as a test: each call adds a step, <see cref="StartTestAsync"/> plays them. Timeouts are milliseconds.</summary>
public class TestFlow
{
    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler _callback;
    private readonly Func<Task> _steps;

    public TestFlow(TestAdapter adapter, BotCallbackHandler callback = default)
    {
        _adapter = adapter;
        _callback = callback;
        _steps = () => Task.CompletedTask;
    }

    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, (BotCallbackHandler)bot.OnTurnAsync)
    {
    }

    public TestFlow(Task task, TestFlow flow)
        : this(() => task ?? Task.CompletedTask, flow)
    {
    }

    public TestFlow(Func<Task> getTask, TestFlow flow)
    {
        (_adapter, _callback) = (flow._adapter, flow._callback);
        _steps = getTask ?? (() => Task.CompletedTask);
    }

    public Task StartTestAsync() => _steps();

    public TestFlow Send(string userSays)
    {
        ArgumentNullException.ThrowIfNull(userSays);
        return Then(() => _adapter.SendTextToBotAsync(userSays, _callback, default));
    }

    public TestFlow Send(IActivity userActivity)
    {
        ArgumentNullException.ThrowIfNull(userActivity);
        return Then(() => _adapter.ProcessActivityAsync((Activity)userActivity, _callback, default));
    }

    public TestFlow SendConversationUpdate() => Then(() =>
    {
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.MembersAdded.Add(_adapter.Conversation.User);
        return _adapter.ProcessActivityAsync(update, _callback, default);
    });

    public TestFlow Delay(uint ms) => Delay(TimeSpan.FromMilliseconds(ms));

    public TestFlow Delay(TimeSpan timespan) => Then(() => Task.Delay(timespan));

    public TestFlow Test(string userSays, string expected, string description = default, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return Send(userSays).AssertReply(expected, description, timeout);
    }

    public TestFlow Test(string userSays, Activity expected, string description = default, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return Send(userSays).AssertReply(expected, description, timeout);
    }

    public TestFlow Test(string userSays, Action<IActivity> validateActivity, string description = default, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(validateActivity);
        return Send(userSays).AssertReply(validateActivity, description, timeout);
    }

    public TestFlow Test(IEnumerable<IActivity> activities, string description = default, uint timeout = 3000)
        => Test(activities, (expected, actual) => ExpectSame(expected, actual, description), description, timeout);

    public TestFlow Test(
        IEnumerable<IActivity> activities, ValidateReply validateReply, string description = default, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(activities);
        return activities.Aggregate(this, (flow, activity) => string.Equals(activity.From?.Role, RoleTypes.Bot, StringComparison.OrdinalIgnoreCase)
            ? flow.AssertReply(actual => validateReply(activity, actual), description, timeout)
            : flow.Send(activity));
    }

    public TestFlow AssertReply(string expected, string description = default, uint timeout = 3000)
        => AssertReply(new Activity(ActivityTypes.Message, text: expected), description ?? expected, timeout);

    public TestFlow AssertReply(IActivity expected, string description = default, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return AssertReply(actual => ExpectSame(expected, actual, description), description ?? TextOf(expected), timeout);
    }

    public TestFlow AssertReply(
        IActivity expected, IEqualityComparer<IActivity> equalityComparer, string description = default, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(equalityComparer);
        return AssertReply(
            actual =>
            {
                if (!equalityComparer.Equals(expected, actual))
                {
                    throw Mismatch(description, TextOf(expected), TextOf(actual));
                }
            },
            description,
            timeout);
    }

    /// <exception cref="TimeoutException">No reply came in time.</exception>
    public TestFlow AssertReply(Action<IActivity> validateActivity, string description = default, uint timeout = 3000) => Then(async () =>
    {
        using var patience = new CancellationTokenSource();
        if (!Debugger.IsAttached)
        {
            patience.CancelAfter(TimeSpan.FromMilliseconds(timeout));
        }

        IActivity reply;
        try
        {
            reply = await _adapter.GetNextReplyAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"No reply within {timeout} ms, waiting for: '{description}'");
        }

        validateActivity(reply);
    });

    public TestFlow AssertReplyContains(string expected, string description = default, uint timeout = 3000) => AssertReply(
        actual =>
        {
            if (TextOf(actual)?.Contains(expected, StringComparison.Ordinal) != true)
            {
                throw Mismatch(description, expected, TextOf(actual));
            }
        },
        description,
        timeout);

    public TestFlow AssertReplyOneOf(string[] candidates, string description = default, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return AssertReply(
            actual =>
            {
                if (!candidates.Contains(TextOf(actual)))
                {
                    throw Mismatch(description, string.Join(" | ", candidates), TextOf(actual));
                }
            },
            description,
            timeout);
    }

    public TestFlow AssertNoReply(string description = default, uint timeout = 3000) => Then(async () =>
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(timeout));
        try
        {
            var reply = await _adapter.GetNextReplyAsync(patience.Token);
            throw Mismatch(description, "no reply", TextOf(reply) ?? reply.Type);
        }
        catch (OperationCanceledException)
        {
            // Silence is what was asked for.
        }
    });

    private static string TextOf(IActivity activity) => activity?.AsMessageActivity()?.Text;

    private static void ExpectSame(IActivity expected, IActivity actual, string description)
    {
        if (expected.Type != actual.Type)
        {
            throw Mismatch(description, expected.Type, actual.Type);
        }

        if (expected.AsMessageActivity() != null && TextOf(expected) != TextOf(actual))
        {
            throw Mismatch(description, TextOf(expected), TextOf(actual));
        }
    }

    private static InvalidOperationException Mismatch(string description, string expected, string received)
        => new($"{(description == null ? null : description + ":\n")}Expected:{expected}\nReceived:{received}");

    private TestFlow Then(Func<Task> step) => new(
        async () =>
        {
            await _steps();
            await step();
        },
        this);
}
