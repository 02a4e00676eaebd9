using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CoachBot.Tests.BotFramework.Dialogs;

/// <summary>A waterfall.</summary>
public sealed class WaterfallTests
{
    [Fact]
    public async Task Runs_a_step_a_message_and_ends_with_the_result_of_the_last()
    {
        var talk = new Talk(new WaterfallDialog("order", [Say("one"), Say("two"), (step, token) => step.EndDialogAsync("done", token)]));

        Assert.Equal(["one"], await talk.Say("hello"));
        Assert.Equal(["two"], await talk.Say("go on"));
        Assert.Equal(["result: done"], await talk.Say("go on"));
        Assert.Equal(["one"], await talk.Say("again"));
    }

    [Fact]
    public async Task Ends_with_the_last_message_when_its_steps_run_out()
    {
        var talk = new Talk(new WaterfallDialog("order", [Say("one")]));

        await talk.Say("hello");

        Assert.Equal(["result: bye"], await talk.Say("bye"));
    }

    [Fact]
    public async Task Tells_each_step_why_it_runs_and_with_what()
    {
        var seen = new List<string>();
        WaterfallStep note = (step, token) =>
        {
            seen.Add($"{step.Index} {step.Reason} {step.Result} {step.Options}");
            return step.Index switch
            {
                0 => step.NextAsync("handed on", token),
                1 => step.BeginDialogAsync("child", null, token),
                _ => Task.FromResult(Dialog.EndOfTurn),
            };
        };
        var talk = new Talk(
            new MemoryStorage(), "options", new WaterfallDialog("parent", [note, note, note, note]),
            new WaterfallDialog("child", [(step, token) => step.EndDialogAsync("from the child", token)]));

        await talk.Say("hello");
        await talk.Say("last");

        Assert.Equal(
            ["0 BeginCalled  options", "1 NextCalled handed on options", "2 EndCalled from the child options", "3 ContinueCalled last options"], seen);
    }

    [Fact]
    public async Task Asks_again_until_a_prompt_has_its_answer()
    {
        var talk = new Talk(
            new WaterfallDialog("order", [
                (step, token) => step.PromptAsync("number", Talk.Ask("How many?", "A number, please."), token),
                async (step, token) =>
                {
                    await step.Context.SendActivityAsync($"{step.Result} it is", cancellationToken: token);
                    return await step.PromptAsync("number", Talk.Ask("And how big?"), token);
                },
            ]),
            new NumberPrompt<int>("number"));

        Assert.Equal(["How many?"], await talk.Say("hello"));
        Assert.Equal(["A number, please."], await talk.Say("apples"));
        Assert.Equal(["42 it is", "And how big?"], await talk.Say("42"));
        Assert.Equal(["And how big?"], await talk.Say("very"));
        Assert.Equal(["result: 7"], await talk.Say("seven"));
    }

    [Fact]
    public async Task Remembers_values_between_its_steps()
    {
        var talk = new Talk(new WaterfallDialog("order", [
            (step, _) =>
            {
                step.Values["name"] = step.Context.Activity.Text;
                step.Values["count"] = 3;
                return Task.FromResult(Dialog.EndOfTurn);
            },
            (step, token) => step.EndDialogAsync($"{step.Values["name"]} {step.Values["count"]}", token),
        ]));

        await talk.Say("Ana");

        Assert.Equal(["result: Ana 3"], await talk.Say("go on"));
    }

    [Fact]
    public async Task Keeps_four_things_in_state()
    {
        var talk = new Talk(new MemoryStorage(), "options", new WaterfallDialog("order", [Say("one"), Say("two")]));

        await talk.Say("hello");

        var instance = Assert.Single(talk.State);
        Assert.Equal("order", instance.Id);
        Assert.Equal(["instanceId", "options", "stepIndex", "values"], instance.State.Keys.Order());
        Assert.Equal(0, instance.State["stepIndex"]);
        Assert.Equal("options", instance.State["options"]);
    }

    [Fact]
    public async Task Waits_through_what_is_no_message()
    {
        var talk = new Talk(new WaterfallDialog("order", [Say("one"), Say("two")]));
        await talk.Say("hello");

        Assert.Empty(await talk.Send(new Activity(ActivityTypes.Event)));
        Assert.Equal(["two"], await talk.Say("go on"));
    }

    [Fact]
    public async Task Goes_on_from_a_step_only_once()
    {
        var talk = new Talk(new WaterfallDialog("order", [
            async (step, token) =>
            {
                await step.NextAsync(cancellationToken: token);
                return await step.NextAsync(cancellationToken: token);
            },
            Say("two"),
        ]));

        await Assert.ThrowsAsync<InvalidOperationException>(() => talk.Say("hello"));
    }

    [Fact]
    public async Task Refuses_a_token_where_a_result_belongs()
    {
        var talk = new Talk(new WaterfallDialog("order", [(step, token) => step.NextAsync((object)token, token)]));

        await Assert.ThrowsAsync<ArgumentException>(() => talk.Say("hello"));
    }

    [Fact]
    public void Refuses_a_step_that_is_missing() => Assert.Throws<ArgumentNullException>(() => new WaterfallDialog("order").AddStep(null));

    [Fact]
    public async Task Reports_its_start_steps_and_end()
    {
        var telemetry = new Telemetry();
        var talk = new Talk(new WaterfallDialog("order", [AskSize, Say("two")]) { TelemetryClient = telemetry });

        await talk.Say("hello");
        await talk.Say("go on");
        await talk.Say("go on");

        Assert.Equal(["WaterfallStart order ", "WaterfallStep order AskSize", "WaterfallStep order Step2of2", "WaterfallComplete order "], telemetry.Events);
        Assert.Single(telemetry.Instances.Distinct());
    }

    [Fact]
    public async Task Reports_at_which_step_it_was_cancelled()
    {
        var telemetry = new Telemetry();
        var waterfall = new WaterfallDialog("order", [Say("one"), AskSize]) { TelemetryClient = telemetry };
        var instance = new DialogInstance { Id = "order" };
        instance.State["stepIndex"] = 1L;
        instance.State["instanceId"] = "(guid)";

        await waterfall.EndDialogAsync(new TurnContext(new TestAdapter(), new Activity()), instance, DialogReason.CancelCalled, TestContext.Current.CancellationToken);

        Assert.Equal(["WaterfallCancel order AskSize"], telemetry.Events);
    }

    internal static WaterfallStep Say(string text) => async (step, token) =>
    {
        await step.Context.SendActivityAsync(text, cancellationToken: token);
        return Dialog.EndOfTurn;
    };

    private static Task<DialogTurnResult> AskSize(WaterfallStepContext step, CancellationToken token) => Task.FromResult(Dialog.EndOfTurn);

    private sealed class Telemetry : NullTelemetry
    {
        public List<string> Events { get; } = [];

        public List<string> Instances { get; } = [];

        public override void TrackEvent(string eventName, IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null)
        {
            Events.Add($"{eventName} {properties!["DialogId"]} {(properties.TryGetValue("StepName", out var step) ? step : null)}");
            Instances.Add(properties["InstanceId"]);
        }
    }
}
