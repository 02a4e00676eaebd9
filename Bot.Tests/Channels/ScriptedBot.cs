using System.Collections.Concurrent;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoachBot.Tests.Channels;

/// <summary>Echoes what it is told, remembers it, and does what a test wants in between.</summary>
internal sealed class ScriptedBot(Func<ITurnContext, CancellationToken, Task>? then = null) : IBot
{
    public ConcurrentQueue<Activity> Heard { get; } = new();

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        Heard.Enqueue(turnContext.Activity);
        if (then is not null)
            await then(turnContext, cancellationToken);
        else if (turnContext.Activity.Type == ActivityTypes.Message)
            await turnContext.SendActivityAsync(MessageFactory.Text($"Echo: {turnContext.Activity.Text}"), cancellationToken);
    }
}
