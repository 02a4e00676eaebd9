using Channels = Microsoft.Bot.Connector.Channels;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>What each channel can show: how many buttons, and how long their titles may be.</summary>
public class Channel
{
    public static string GetChannelId(ITurnContext turnContext) => turnContext?.Activity?.ChannelId ?? string.Empty;

    public static bool HasMessageFeed(string channelId) => channelId != Channels.Cortana;

    public static int MaxActionTitleLength(string channelId) => 20;

    public static bool SupportsCardActions(string channelId, int buttonCnt = 100) => channelId switch
    {
        Channels.Facebook or Channels.Skype => buttonCnt <= 3,
        Channels.Msteams => buttonCnt <= 50,
        Channels.Line => buttonCnt <= 99,
        Channels.Slack or Channels.Emulator or Channels.Directline or Channels.DirectlineSpeech or Channels.Webchat or Channels.Cortana
            => buttonCnt <= 100,
        _ => false,
    };

    public static bool SupportsSuggestedActions(string channelId, int buttonCnt = 100)
        => SupportsSuggestedActions(channelId, buttonCnt, null);

    public static bool SupportsSuggestedActions(string channelId, int buttonCnt = 100, string conversationType = null) => channelId switch
    {
        Channels.Facebook or Channels.Skype => buttonCnt <= 10,
        Channels.Line => buttonCnt <= 13,
        Channels.Kik => buttonCnt <= 20,
        Channels.Telegram or Channels.Emulator or Channels.Directline or Channels.DirectlineSpeech or Channels.Webchat => buttonCnt <= 100,
        Channels.Msteams => conversationType == "personal" && buttonCnt <= 3,
        _ => false,
    };
}
