using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoachBot.Conversation;

/// <summary>Messages in plain text, with or without suggested answers below them; a tap sends the words as if typed.</summary>
public static class PlainMessage
{
    /// <summary>A message that is shown as it is: what a person typed in it makes no link and no bold.</summary>
    public static Activity Of(string words, Attachment? card = null)
    {
        var message = MessageFactory.Text(words.Length == 0 ? null : words);
        message.TextFormat = TextFormatTypes.Plain;
        if (card is not null)
            message.Attachments = [card];
        return message;
    }

    public static Activity Suggesting(string words, IEnumerable<string> answers)
    {
        var message = Of(words);
        message.SuggestedActions = new SuggestedActions { Actions = [.. answers.Select(a => new CardAction { Type = ActionTypes.ImBack, Title = a, Value = a })] };
        return message;
    }

    /// <summary>The words with the ways to begin.</summary>
    public static Activity SuggestingToBegin(string words, Phrases phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        return Suggesting(words, [phrases.Say(ConversationWords.BeginDebrief), phrases.Say(ConversationWords.BeginForm), phrases.Say(ConversationWords.BeginHelp)]);
    }
}
