using CoachBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema.Teams;

namespace CoachBot.Channels;

/// <summary>Cleans what a person wrote before anything reads or stores it; a card's inputs are cleaned by <see cref="ActivityValue"/>.</summary>
public sealed class EdgeText : Microsoft.Bot.Builder.IMiddleware
{
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (activity.ChannelData is not null && !activity.TryGetChannelData<TeamsChannelData>(out _))
        {
            // Of a shape that no client of Teams sends: only whose it is is kept, and nothing stumbles over the rest.
            activity.Conversation?.TenantId = PersonState.TenantOf(activity);
            activity.ChannelData = null;
        }

        if (activity.Text is { } text)
            activity.Text = PlainText.Clean(text);
        if (activity.From?.Name is { } name)
            activity.From.Name = PlainText.Clean(name);
        if (activity.Conversation?.Name is { } title)
            activity.Conversation.Name = PlainText.Clean(title);
        return next(cancellationToken);
    }
}
