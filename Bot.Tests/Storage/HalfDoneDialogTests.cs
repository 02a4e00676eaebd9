using CoachBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace CoachBot.Tests.Storage;

/// <summary>A dialog half done.</summary>
public sealed class HalfDoneDialogTests : IDisposable
{
    private readonly TemporaryFile _file = new();
    private readonly TestAdapter _adapter = new(TestAdapter.CreateConversation("half-done"));

    [Fact]
    public async Task Goes_on_where_it_was_when_the_program_restarts_after_every_turn()
    {
        Assert.Equal("Who said no?", await SayAsync("debrief"));
        Assert.StartsWith("Where? (1) call", await SayAsync("Ana 🌻"), StringComparison.Ordinal);
        Assert.StartsWith("One of these, please.", await SayAsync("on the moon"), StringComparison.Ordinal);
        Assert.Equal("How many noes?", await SayAsync("the second"));
        Assert.Equal("Ana 🌻 said no 3 times in person (12345678901).", await SayAsync("three"));
    }

    [Fact]
    public async Task Says_who_it_belongs_to_when_two_people_are_in_it()
    {
        await SayAsync("debrief");
        await SayAsync("Ana");

        Assert.Equal("Who said no?", await SayAsync("debrief", from: "another person"));
        Assert.Equal("How many noes?", await SayAsync("call"));
    }

    public void Dispose() => _file.Dispose();

    private async Task<string> SayAsync(string text, string from = "user")
    {
        // Everything is new in each turn but the file.
        await using var store = await TestStore.OnSqliteAsync(_file.Path, new StateType("no-told", typeof(NoTold)));
        var state = new PersonState(store.Storage);
        var dialog = new TellingDialog();
        var message = _adapter.MakeActivity(text);
        message.From = new ChannelAccount { Id = from };
        await _adapter.ProcessActivityAsync(
            message,
            async (turn, cancel) =>
            {
                await dialog.RunAsync(turn, state.CreateProperty<DialogState>("dialogs"), cancel);
                await state.SaveChangesAsync(turn, cancellationToken: cancel);
            },
            TestContext.Current.CancellationToken);
        return ((IMessageActivity)_adapter.GetNextReply()).Text;
    }

    private sealed record NoTold(string Customer, string Channel = "", int Noes = 0, long Anything = 0);

    private sealed class TellingDialog : ComponentDialog
    {
        public TellingDialog() : base(nameof(TellingDialog))
        {
            AddDialog(new WaterfallDialog("steps", [Who, Where, HowOften, Told]));
            AddDialog(new TextPrompt("text"));
            AddDialog(new ChoicePrompt("choice", defaultLocale: "en-us"));
            AddDialog(new NumberPrompt<int>("number", defaultLocale: "en-us"));
            InitialDialogId = "steps";
        }

        private static Task<DialogTurnResult> Who(WaterfallStepContext step, CancellationToken cancel) =>
            step.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text("Who said no?") }, cancel);

        private static Task<DialogTurnResult> Where(WaterfallStepContext step, CancellationToken cancel)
        {
            step.Values["told"] = new NoTold((string)step.Result, Anything: 12345678901);
            return step.PromptAsync("choice", new PromptOptions
            {
                Prompt = MessageFactory.Text("Where?"),
                RetryPrompt = MessageFactory.Text("One of these, please."),
                Choices = [new Choice("call") { Synonyms = ["phone"] }, new Choice("in person") { Action = new CardAction(ActionTypes.ImBack, "in person", value: "in person") }],
                Style = ListStyle.Inline,
            }, cancel);
        }

        private static Task<DialogTurnResult> HowOften(WaterfallStepContext step, CancellationToken cancel)
        {
            step.Values["told"] = (NoTold)step.Values["told"] with { Channel = ((FoundChoice)step.Result).Value };
            return step.PromptAsync("number", new PromptOptions { Prompt = MessageFactory.Text("How many noes?") }, cancel);
        }

        private static async Task<DialogTurnResult> Told(WaterfallStepContext step, CancellationToken cancel)
        {
            var told = (NoTold)step.Values["told"];
            await step.Context.SendActivityAsync($"{told.Customer} said no {step.Result} times {told.Channel} ({told.Anything}).", cancellationToken: cancel);
            return await step.EndDialogAsync(told, cancel);
        }
    }
}
