using Microsoft.Bot.Schema;

namespace CoachBot.Channels;

/// <summary>Teams' own label above a message that an AI wrote.</summary>
public static class AiLabel
{
    private const string Kind = "https://schema.org/Message";

    /// <summary>Puts the label on a message that answers this one; no channel but Teams shows it.</summary>
    public static Activity LabelledAsAi(this Activity message, IActivity heard)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(heard);
        if (heard.ChannelId == "msteams")
        {
            message.Entities = [Entity()];
            // Thumbs below it, and room for a word; what is given comes back as an invoke.
            message.ChannelData = new Dictionary<string, object> { ["feedbackLoop"] = new Dictionary<string, object> { ["type"] = "default" } };
        }

        return message;
    }

    public static bool IsOn(IActivity message) => message?.Entities?.Any(e => e.Type == Kind) is true;

    private static Entity Entity()
    {
        var label = new Entity();
        label.SetAs(new Dictionary<string, object>
        {
            ["type"] = Kind,
            ["@type"] = "Message",
            ["@context"] = "https://schema.org",
            ["additionalType"] = (string[])["AIGeneratedContent"],
        });
        return label;
    }
}
