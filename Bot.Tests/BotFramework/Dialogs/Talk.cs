using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CoachBot.Tests.BotFramework.Dialogs;

/// <summary>A conversation with a few dialogs, of which the first is begun by the first message. The result is said when it ends.</summary>
internal sealed class Talk
{
    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler _bot;

    public Talk(params Dialog[] dialogs) : this(new MemoryStorage(), null, dialogs) { }

    public Talk(IStorage storage, object? options, params Dialog[] dialogs)
    {
        var conversation = new ConversationState(storage);
        var dialogState = conversation.CreateProperty<DialogState>("dialogs");
        _adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(conversation));
        _bot = async (turn, token) =>
        {
            turn.Activity.Locale = Locale;
            turn.Activity.ChannelId = Channel;
            turn.Activity.Conversation.ConversationType = ConversationType;
            // As after a restart: nothing but the state is carried over.
            var set = new DialogSet(dialogState);
            foreach (var dialog in dialogs)
                set.Add(dialog);
            var dc = await set.CreateContextAsync(turn, token);
            State = (await dialogState.GetAsync(turn, () => new DialogState(), token)).DialogStack;
            LastTurn = await (OnTurn?.Invoke(dc) ?? dc.ContinueDialogAsync(token));
            if (LastTurn.Status == DialogTurnStatus.Empty)
                LastTurn = await dc.BeginDialogAsync(dialogs[0].Id, options, token);
            if (LastTurn.Status == DialogTurnStatus.Complete)
                await turn.SendActivityAsync($"result: {LastTurn.Result}", cancellationToken: token);
        };
    }

    public string? Locale { get; init; }

    public string Channel { get; init; } = "test";

    public string? ConversationType { get; init; }

    /// <summary>What is done instead of continuing; null goes on as usual.</summary>
    public Func<DialogContext, Task<DialogTurnResult>?>? OnTurn { get; set; }

    public List<DialogInstance> State { get; private set; } = [];

    public DialogTurnResult? LastTurn { get; private set; }

    /// <summary>Sends a message and gives back the texts that were said to it.</summary>
    public async Task<string[]> Say(string text) => [.. (await Send(new Activity(ActivityTypes.Message) { Text = text })).Select(reply => reply.Text)];

    public async Task<Activity[]> Send(Activity activity)
    {
        await _adapter.ProcessActivityAsync(activity, _bot);
        var replies = new List<Activity>();
        while (_adapter.GetNextReply() is Activity reply)
            replies.Add(reply);
        return [.. replies];
    }

    public static PromptOptions Ask(string prompt, string? retry = null, params string[] choices) => new()
    {
        Prompt = MessageFactory.Text(prompt),
        RetryPrompt = retry == null ? null : MessageFactory.Text(retry),
        Choices = Microsoft.Bot.Builder.Dialogs.Choices.ChoiceFactory.ToChoices(choices),
    };

    /// <summary>What a prompt makes of one answer; null when it asks again.</summary>
    public static async Task<object?> Answer(Dialog prompt, string answer, string? locale = null, PromptOptions? options = null)
    {
        var talk = new Talk(new MemoryStorage(), options ?? Ask("?", "??"), prompt) { Locale = locale };
        await talk.Say("hello");
        await talk.Say(answer);
        return talk.LastTurn!.Status == DialogTurnStatus.Complete ? talk.LastTurn.Result : null;
    }
}
