using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace CoachBot.Tests.BotFramework.Dialogs;

/// <summary>A set of dialogs.</summary>
public sealed class DialogSetTests
{
    [Fact]
    public void Finds_what_was_added_to_it()
    {
        var set = new DialogSet().Add(new WaterfallDialog("a")).Add(new WaterfallDialog("b"));

        Assert.Equal("b", set.Find("b").Id);
        Assert.Null(set.Find("c"));
        Assert.Throws<ArgumentNullException>(() => set.Find(""));
    }

    [Fact]
    public void Numbers_the_ids_that_are_taken()
    {
        var (first, second, third) = (new WaterfallDialog("a"), new WaterfallDialog("a"), new WaterfallDialog("a"));

        new DialogSet().Add(first).Add(second).Add(second).Add(third);

        Assert.Equal(["a", "a2", "a3"], [first.Id, second.Id, third.Id]);
    }

    [Fact]
    public void Takes_in_what_a_dialog_depends_on()
    {
        var set = new DialogSet().Add(new NeedsText());

        Assert.IsType<TextPrompt>(set.Find("text"));
    }

    [Fact]
    public void Hands_its_telemetry_to_every_dialog_also_in_circles()
    {
        var (one, other) = (new ComponentDialog("one"), new ComponentDialog("other"));
        one.Dialogs.Add(other);
        other.Dialogs.Add(one);
        var telemetry = new NullTelemetry();

        one.Dialogs.TelemetryClient = telemetry;
        Assert.Same(telemetry, other.TelemetryClient);

        one.Dialogs.Add(new WaterfallDialog("late"));
        Assert.Same(telemetry, one.FindDialog("late").TelemetryClient);

        one.Dialogs.TelemetryClient = null;
        Assert.IsType<NullBotTelemetryClient>(other.TelemetryClient);
    }

    [Fact]
    public void Leaves_a_dialog_the_telemetry_it_came_with()
    {
        var telemetry = new NullTelemetry();

        var set = new DialogSet().Add(new WaterfallDialog("a") { TelemetryClient = telemetry });

        Assert.Same(telemetry, set.Find("a").TelemetryClient);
    }

    [Fact]
    public void Has_another_version_when_a_dialog_is_added()
    {
        var set = new DialogSet();
        var empty = set.GetVersion();
        set.Add(new WaterfallDialog("a"));

        Assert.NotEqual(empty, set.GetVersion());
        Assert.Equal(new DialogSet().Add(new WaterfallDialog("a")).GetVersion(), set.GetVersion());
        Assert.NotEqual(new DialogSet().Add(new WaterfallDialog("a", [WaterfallTests.Say("one")])).GetVersion(), set.GetVersion());
    }

    [Fact]
    public void Needs_an_accessor_that_is_there() => Assert.Throws<ArgumentNullException>(() => new DialogSet(null));

    private sealed class NeedsText : Dialog, IDialogDependencies
    {
        public IEnumerable<Dialog> GetDependencies() => [new TextPrompt("text")];

        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
            => dc.EndDialogAsync(cancellationToken: cancellationToken);
    }
}
