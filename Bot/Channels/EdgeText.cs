using Microsoft.Bot.Builder;

namespace CoachBot.Channels;

/// <summary>Cleans what a person wrote before anything reads or stores it; a card's inputs are cleaned by <see cref="ActivityValue"/>.</summary>
public sealed class EdgeText : Microsoft.Bot.Builder.IMiddleware
{
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (activity.Text is { } text)
            activity.Text = PlainText.Clean(text);
        if (activity.From?.Name is { } name)
            activity.From.Name = PlainText.Clean(name);
        if (activity.Conversation?.Name is { } title)
            activity.Conversation.Name = PlainText.Clean(title);
        return next(cancellationToken);
    }
}
