using System.Text.Json;
using CoachBot.Channels;
using CoachBot.Conversation;
using CoachBot.Storage;
using CoachBot.Storage.Tables;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoachBot.Debrief;

/// <summary>Keeps what a rep thought of words that a language model wrote: Teams asks them under such a message, and keeps nothing itself.</summary>
public sealed class WordsFeedback(DatabaseClock clock)
{
    /// <summary>The name of the invoke by which Teams hands it over.</summary>
    public const string Invoke = "message/submitAction";

    private const int Longest = 1000;

    /// <summary>Whether it was feedback; anything else by that name is nothing of ours.</summary>
    public bool Keep(ITurnContext<IInvokeActivity> turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (ActivityValue.AsJson(turn.Activity.Value) is not { ValueKind: JsonValueKind.Object } value || ActivityValue.Text(value, "actionName") != "feedback"
            || !value.TryGetProperty("actionValue", out var given) || given.ValueKind != JsonValueKind.Object || ActivityValue.Text(given, "reaction") is not { } reaction)
        {
            return false;
        }

        var (_, person) = PersonState.WhoseTurn((Activity)turn.Activity);
        TurnWork.Require().Database.Feedback.Add(new FeedbackRow { Person = person, Liked = reaction == "like", Text = TypedText.Shorten(WordsOf(ActivityValue.Text(given, "feedback") ?? ""), Longest), At = clock.Now });
        return true;
    }

    // Teams wraps the words in a JSON text of its own; other clients send them as they are.
    private static string WordsOf(string feedback)
    {
        try
        {
            using var json = JsonDocument.Parse(feedback);
            return json.RootElement.ValueKind == JsonValueKind.Object ? PlainText.Clean(ActivityValue.Text(json.RootElement, "feedbackText") ?? "") : PlainText.Clean(feedback);
        }
        catch (JsonException)
        {
            return PlainText.Clean(feedback);
        }
    }
}
