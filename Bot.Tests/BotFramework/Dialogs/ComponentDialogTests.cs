using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;

namespace CoachBot.Tests.BotFramework.Dialogs;

/// <summary>A component of dialogs.</summary>
public sealed class ComponentDialogTests
{
    [Fact]
    public async Task Begins_with_the_first_dialog_that_was_added_and_ends_with_its_result()
    {
        var component = new ComponentDialog("component").AddDialog(AskAge()).AddDialog(new NumberPrompt<int>("number"));
        var talk = new Talk(component);

        Assert.Equal(["How old?"], await talk.Say("hello"));
        Assert.Equal(["How old?"], await talk.Say("old"));
        Assert.Equal(["result: 18"], await talk.Say("18 years"));
    }

    [Fact]
    public async Task Holds_components()
    {
        var inner = new ComponentDialog("inner").AddDialog(AskAge()).AddDialog(new NumberPrompt<int>("number"));
        var outer = new ComponentDialog("outer").AddDialog(new WaterfallDialog("start", [
            (step, token) => step.BeginDialogAsync("inner", null, token),
            async (step, token) =>
            {
                await step.Context.SendActivityAsync($"got {step.Result}", cancellationToken: token);
                return await step.BeginDialogAsync("inner", null, token);
            },
        ])).AddDialog(inner);
        var talk = new Talk(outer);

        await talk.Say("hello");

        Assert.Equal(["got 5", "How old?"], await talk.Say("5"));
        Assert.Equal(["result: 6"], await talk.Say("six"));
    }

    [Fact]
    public async Task Finds_a_dialog_of_its_parent()
    {
        var child = new ComponentDialog("child").AddDialog(new WaterfallDialog("start", [
            (step, token) => step.BeginDialogAsync("shared", "from the child", token),
            (step, token) => step.EndDialogAsync($"{step.Result} and back", token),
        ]));
        var parent = new ComponentDialog("parent").AddDialog(child)
            .AddDialog(new WaterfallDialog("shared", [(step, token) => step.EndDialogAsync(step.Options, token)]));

        Assert.Equal(["result: from the child and back"], await new Talk(parent).Say("hello"));
    }

    [Fact]
    public async Task Is_the_parent_of_its_steps()
    {
        string? parent = null;
        var component = new ComponentDialog("component").AddDialog(new WaterfallDialog("start", [
            (step, _) =>
            {
                parent = step.Parent.ActiveDialog.Id;
                return Task.FromResult(Dialog.EndOfTurn);
            },
        ]));

        await new Talk(component).Say("hello");

        Assert.Equal("component", parent);
    }

    [Fact]
    public async Task Is_complete_without_a_result_when_it_cancels_itself()
    {
        var talk = new Talk(new Cancelling());
        await talk.Say("hello");

        Assert.Equal(["result: "], await talk.Say("stop"));
    }

    [Fact]
    public async Task Cancels_what_is_inside_when_it_is_cancelled()
    {
        var component = new Noting("component");
        component.AddDialog(new WaterfallDialog("start", [(step, token) => step.BeginDialogAsync("inner", null, token)])).AddDialog(new Noting("inner"));
        ((ComponentDialog)component.FindDialog("inner")).AddDialog(new WaterfallDialog("wait", [WaterfallTests.Say("waiting")]));
        var talk = new Talk(component);
        await talk.Say("hello");
        talk.OnTurn = dc => dc.CancelAllDialogsAsync();

        await talk.Say("stop");

        Assert.Equal(DialogReason.CancelCalled, component.Ended);
        Assert.Equal(DialogReason.CancelCalled, ((Noting)component.FindDialog("inner")).Ended);
    }

    [Fact]
    public async Task Asks_again_when_what_was_put_on_top_of_it_ends()
    {
        var component = new ComponentDialog("component").AddDialog(AskAge()).AddDialog(new NumberPrompt<int>("number"));
        var talk = new Talk(component, new WaterfallDialog("help", [WaterfallTests.Say("help!"), (step, token) => step.EndDialogAsync(null, token)]));
        await talk.Say("hello");
        talk.OnTurn = dc => dc.BeginDialogAsync("help");

        Assert.Equal(["help!"], await talk.Say("help"));
        talk.OnTurn = null;

        Assert.Equal(["How old?"], await talk.Say("thanks"));
        Assert.Equal(["result: 9"], await talk.Say("nine"));
    }

    [Fact]
    public async Task Says_when_a_conversation_was_begun_on_an_older_version()
    {
        var storage = new MemoryStorage();
        await new Talk(storage, null, Versioned([WaterfallTests.Say("one")], out _)).Say("hello");

        var newer = new Talk(storage, null, Versioned([WaterfallTests.Say("one"), WaterfallTests.Say("two")], out var events));
        await newer.Say("go on");

        Assert.Equal([DialogEvents.VersionChanged], events);
    }

    [Fact]
    public async Task Runs_by_itself_on_a_state()
    {
        var conversation = new ConversationState(new MemoryStorage());
        var component = new Noting("component");
        component.AddDialog(AskAge()).AddDialog(new NumberPrompt<int>("number"));
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(conversation));

        await new TestFlow(adapter, (turn, token) => component.RunAsync(turn, conversation.CreateProperty<DialogState>("dialogs"), token))
            .Send("hello").AssertReply("How old?")
            .Send("eight")
            .Send("hello").AssertReply("How old?")
            .StartTestAsync();

        Assert.Equal(DialogReason.EndCalled, component.Ended);
    }

    [Fact]
    public async Task Hears_of_an_error_and_may_handle_it()
    {
        var conversation = new ConversationState(new MemoryStorage());
        var component = new Forgiving();
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(conversation));
        var flow = new TestFlow(adapter, (turn, token) => component.RunAsync(turn, conversation.CreateProperty<DialogState>("dialogs"), token));

        await flow.Send("hello").AssertReply("one").Send("fail").AssertReply("forgiven").AssertReply("one").StartTestAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => flow.Send("fail").StartTestAsync());
    }

    private static WaterfallDialog AskAge() => new("start", [(step, token) => step.PromptAsync("number", Talk.Ask("How old?"), token)]);

    private static Versioning Versioned(WaterfallStep[] steps, out List<string> events)
    {
        var component = new Versioning(events = []);
        component.AddDialog(new WaterfallDialog("start", steps));
        return component;
    }

    private sealed class Cancelling : ComponentDialog
    {
        public Cancelling() : base("component") => AddDialog(new WaterfallDialog("start", [WaterfallTests.Say("one"), WaterfallTests.Say("two")]));

        protected override Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
            => innerDc.CancelAllDialogsAsync(cancellationToken);
    }

    private sealed class Noting(string id) : ComponentDialog(id)
    {
        public DialogReason? Ended { get; private set; }

        protected override Task OnEndDialogAsync(
            ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            Ended = reason;
            return Task.CompletedTask;
        }
    }

    private sealed class Versioning(List<string> events) : ComponentDialog("component")
    {
        protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            events.Add(e.Name);
            return Task.FromResult(true);
        }
    }

    /// <summary>Forgives the first error only, and begins anew.</summary>
    private sealed class Forgiving : ComponentDialog
    {
        private bool _forgave;

        public Forgiving() : base("component") => AddDialog(new WaterfallDialog("start", [
            WaterfallTests.Say("one"), (_, _) => throw new InvalidOperationException("broken"),
        ]));

        protected override async Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            if (_forgave || e.Name != DialogEvents.Error)
                return false;

            _forgave = true;
            await dc.Context.SendActivityAsync("forgiven", cancellationToken: cancellationToken);
            await dc.CancelAllDialogsAsync(cancellationToken);
            return true;
        }
    }
}
