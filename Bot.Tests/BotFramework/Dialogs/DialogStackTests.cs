using Microsoft.Bot.Builder.Dialogs;

namespace CoachBot.Tests.BotFramework.Dialogs;

/// <summary>A stack of dialogs.</summary>
public sealed class DialogStackTests
{
    [Fact]
    public async Task Says_that_it_is_empty_when_there_is_nothing_to_continue()
    {
        var talk = new Talk(new Recorder("a"));
        DialogTurnResult? first = null;
        talk.OnTurn = async dc => first = await dc.ContinueDialogAsync();

        await talk.Say("hello");

        Assert.Equal(DialogTurnStatus.Empty, first!.Status);
    }

    [Fact]
    public async Task Replaces_the_active_dialog_by_another()
    {
        var seen = new List<string>();
        var talk = new Talk(new Recorder("a", seen), new Recorder("b", seen));
        await talk.Say("hello");
        talk.OnTurn = dc => dc.ReplaceDialogAsync("b", "options");

        await talk.Say("go on");

        Assert.Equal(["a begin ", "a end ReplaceCalled", "b begin options"], seen);
        Assert.Equal(["b"], talk.State.Select(instance => instance.Id));
    }

    [Fact]
    public async Task Cancels_every_dialog_from_the_active_one_down()
    {
        var seen = new List<string>();
        var talk = new Talk(new Recorder("a", seen, next: "b"), new Recorder("b", seen, next: "c"), new Recorder("c", seen));
        await talk.Say("hello");
        seen.Clear();
        talk.OnTurn = dc => dc.CancelAllDialogsAsync();

        await talk.Say("stop");

        Assert.Equal(["c end CancelCalled", "b event cancelDialog", "b end CancelCalled", "a event cancelDialog", "a end CancelCalled"], seen);
        Assert.Equal(DialogTurnStatus.Cancelled, talk.LastTurn!.Status);
        Assert.Empty(talk.State);
    }

    [Fact]
    public async Task Stops_cancelling_at_a_dialog_that_handles_the_event()
    {
        var talk = new Talk(new Recorder("a", next: "b"), new Recorder("b", next: "c", handles: "enough"), new Recorder("c"));
        await talk.Say("hello");
        talk.OnTurn = dc => dc.CancelAllDialogsAsync(false, "enough");

        await talk.Say("stop");

        Assert.Equal(["b", "a"], talk.State.Select(instance => instance.Id));
    }

    [Fact]
    public async Task Resumes_the_dialog_below_with_the_result_of_the_one_that_ended()
    {
        var seen = new List<string>();
        var talk = new Talk(new Recorder("a", seen, next: "b"), new Recorder("b", seen));
        await talk.Say("hello");
        seen.Clear();
        talk.OnTurn = dc => dc.EndDialogAsync("answer");

        await talk.Say("done");

        Assert.Equal(["b end EndCalled", "a resume EndCalled answer"], seen);
    }

    [Fact]
    public async Task Asks_the_active_dialog_to_say_its_question_again()
    {
        var seen = new List<string>();
        var talk = new Talk(new Recorder("a", seen));
        await talk.Say("hello");
        talk.OnTurn = async dc =>
        {
            await dc.RepromptDialogAsync();
            return Dialog.EndOfTurn;
        };

        await talk.Say("sorry?");

        Assert.Equal(["a begin ", "a event repromptDialog", "a reprompt"], seen);
    }

    [Fact]
    public async Task Passes_an_event_up_to_the_parents()
    {
        var seen = new List<string>();
        var component = new ComponentDialog("component").AddDialog(new Recorder("inner", seen));
        var talk = new Talk(new Recorder("outer", seen, next: "component"), component);
        await talk.Say("hello");
        var handled = true;
        talk.OnTurn = async dc =>
        {
            handled = await dc.EmitEventAsync("ring", fromLeaf: true);
            return Dialog.EndOfTurn;
        };

        await talk.Say("go on");

        Assert.Contains("inner event ring", seen);
        Assert.False(handled);
    }

    [Fact]
    public async Task Fails_with_the_id_of_a_dialog_that_is_not_there()
    {
        var talk = new Talk(new Recorder("a", next: "nowhere"));

        var error = await Assert.ThrowsAsync<ArgumentException>(() => talk.Say("hello"));

        Assert.Contains("'nowhere'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_a_dialog_from_its_beginning_to_its_end()
    {
        var seen = new List<string>();
        var talk = new Talk(new Recorder("a", seen));

        await talk.Say("hello");
        await talk.Say("go on");

        Assert.Equal(["a begin ", "a continue"], seen);
    }

    /// <summary>Waits whatever happens, and notes it.</summary>
    private sealed class Recorder(string id, List<string>? seen = null, string? next = null, string? handles = null) : Dialog(id)
    {
        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
        {
            seen?.Add($"{Id} begin {options}");
            return next == null ? Task.FromResult(EndOfTurn) : dc.BeginDialogAsync(next, cancellationToken: cancellationToken);
        }

        public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
            => Note("continue");

        public override Task<DialogTurnResult> ResumeDialogAsync(
            DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
            => Note($"resume {reason} {result}");

        public override Task RepromptDialogAsync(
            Microsoft.Bot.Builder.ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
            => Note("reprompt");

        public override Task EndDialogAsync(
            Microsoft.Bot.Builder.ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
            => Note($"end {reason}");

        protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            seen?.Add($"{Id} event {e.Name}");
            return Task.FromResult(e.Name == handles);
        }

        private Task<DialogTurnResult> Note(string what)
        {
            seen?.Add($"{Id} {what}");
            return Task.FromResult(EndOfTurn);
        }
    }
}
