using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoachBot.Conversation;

/// <summary>Messages with suggested answers below them; a tap sends the words as if typed.</summary>
public static class Suggestions
{
    public static Activity To(string words, IEnumerable<string> answers)
    {
        var message = MessageFactory.Text(words);
        message.TextFormat = TextFormatTypes.Plain;
        message.SuggestedActions = new SuggestedActions { Actions = [.. answers.Select(a => new CardAction { Type = ActionTypes.ImBack, Title = a, Value = a })] };
        return message;
    }

    /// <summary>The words with the ways to begin.</summary>
    public static Activity ToBegin(string words, Phrases phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        return To(words, [phrases.Say(ConversationWords.BeginDebrief), phrases.Say(ConversationWords.BeginForm), phrases.Say(ConversationWords.BeginHelp)]);
    }
}
