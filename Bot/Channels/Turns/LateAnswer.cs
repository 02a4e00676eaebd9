using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoachBot.Channels.Turns;

/// <summary>What a channel is told when the answer takes longer than it waits: the answer itself follows as a message.</summary>
/// <param name="Text">The words, by the locale of who is told; phrase key <see cref="Key"/>.</param>
public sealed record LateAnswer(Func<string?, string> Text)
{
    public const string Key = "conversation.still-at-it";

    internal string Of(Activity activity) => activity.Type == ActivityTypes.Invoke
        ? StoredAnswer.Of(new InvokeResponse { Status = StatusCodes.Status200OK }, JsonSerializer.Serialize(new { statusCode = 200, type = "application/vnd.microsoft.activity.message", value = Text(activity.Locale) }))
        : StoredAnswer.Of(new InvokeResponse { Status = StatusCodes.Status503ServiceUnavailable }, "");
}
