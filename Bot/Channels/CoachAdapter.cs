using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

namespace CoachBot.Channels;

/// <summary>The door that every activity comes through, from Teams or from this machine's chat page.</summary>
public sealed class CoachAdapter : CloudAdapter
{
    private readonly ILogger<CoachAdapter> _log;
    private readonly TurnSorry _sorry;

    public CoachAdapter(BotFrameworkAuthentication authentication, ConversationTurns turns, EdgeText text, TurnSorry sorry, ILogger<CoachAdapter> log)
        : base(authentication, log)
    {
        _log = log;
        _sorry = sorry;
        Use(turns).Use(text);
        OnTurnError = ApologiseAsync;
    }

    // The one place that catches. What was said so far stays as it is, so that the person can go on; the log gets the
    // error's type and place, never its message, which may quote the person.
    private async Task ApologiseAsync(ITurnContext turn, Exception error)
    {
        _log.LogError("A turn failed with {Error} at {Place}", error.GetType().FullName, error.StackTrace);
        try
        {
            await turn.SendActivityAsync(MessageFactory.Text(_sorry.Text(turn.Activity.Locale)), CancellationToken.None);
        }
        catch (Exception unsent)
        {
            _log.LogError("And that could not be said: {Error}", unsent.GetType().FullName);
        }
    }
}

/// <summary>The one kind sentence when a turn has failed, by the locale of who is told; phrase key <see cref="Key"/>.</summary>
public sealed record TurnSorry(Func<string?, string> Text)
{
    public const string Key = "conversation.error";
}
