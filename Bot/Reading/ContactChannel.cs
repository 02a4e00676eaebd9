namespace CoachBot.Reading;

/// <summary>Where the no was heard.</summary>
public enum ContactChannel { Call, InPerson, OnlineMeeting, Message }

/// <summary>The channels under the keys that the method, the cases and Prompts/ use.</summary>
public static class ContactChannels
{
    private static readonly Keys<ContactChannel> Names = new(
        (ContactChannel.Call, "call"), (ContactChannel.InPerson, "in person"),
        (ContactChannel.OnlineMeeting, "online meeting"), (ContactChannel.Message, "message"));

    public static IReadOnlyList<ContactChannel> All => Names.All;

    public static string Key(this ContactChannel channel) => Names.Key(channel);

    public static bool TryParse(string? key, out ContactChannel channel) => Names.TryParse(key, out channel);
}
