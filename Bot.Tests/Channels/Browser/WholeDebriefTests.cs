using CoachBot.Conversation;
using CoachBot.Debrief;
using CoachBot.Flows;

namespace CoachBot.Tests.Channels.Browser;

[Collection(InTheBrowser.Name)]
public sealed class A_debrief_in_the_chat_page(Chromium chromium)
{
    private const string Commitment = "Write to Maria on Monday";

    public static TheoryData<Look> Looks =>
    [
        new Look(),
        new Look(Width: 320, Dark: true),
        new Look(Dark: true, KeyboardOnly: true),
        new Look(Width: 320, Plain: true),
        new Look(Dark: true, Plain: true, KeyboardOnly: true),
    ];

    [Theory]
    [MemberData(nameof(Looks), DisableDiscoveryEnumeration = true)]
    public async Task Goes_from_the_welcome_to_the_recap(Look look)
    {
        await using var coach = new CoachOnLoopback();
        await using var chat = await ChatWindow.OpenAsync(chromium, coach.Address, look);
        await chat.HearsAsync(coach.Say(ConversationWords.Welcome));
        await chat.IsSoundAsync("1-welcome");

        await TellsAsync(coach, chat);

        await chat.HearsAsync(coach.Say(DebriefWords.LedBy));
        await chat.IsSoundAsync("4-reading");
        await chat.PressesAsync(coach.Say(DebriefWords.Fits));

        await chat.HearsAsync(coach.Say(DebriefWords.WordsAsk));
        await chat.PressesAsync(coach.Say(DebriefWords.Copy));
        await chat.ShowsAsync((await chat.CopiedAsync()).Split('\n')[0]);
        await chat.IsSoundAsync("5-words");
        await chat.PressesAsync(coach.Say(DebriefWords.GoOn));

        await chat.HearsMoreAsync();
        await chat.SaysAsync("I could have asked sooner");
        await chat.HearsAsync(coach.Say(DebriefWords.CommitmentAsk));
        await chat.SaysAsync(Commitment);

        await chat.HearsAsync(coach.Say(DebriefWords.RecapTitle));
        await chat.ShowsAsync(Commitment);
        await chat.IsSoundAsync("6-recap");
    }

    private static async Task TellsAsync(CoachOnLoopback coach, ChatWindow chat)
    {
        await chat.SaysAsync("debrief");
        await chat.HearsAsync(coach.Question("offer").Ask);
        await chat.SaysAsync("annual maintenance plan");
        await chat.HearsAsync(coach.Question("customer").Ask);
        await chat.SaysAsync("Maria");
        await chat.HearsAsync(coach.Question("channel").Ask);
        await chat.IsSoundAsync("2-channel");
        await chat.PressesAsync(coach.Option("channel", "in person"));
        await chat.HearsAsync(coach.Question("said").Ask);
        await chat.SaysAsync("It's too expensive for us right now 🙂");
        await chat.HearsAsync(coach.Question("body").Ask);
        await chat.IsSoundAsync("3-cues");
        await chat.TicksAsync("smiled");
        await chat.PressesAsync(coach.Say(FlowWords.CuesDone));
        await chat.HearsAsync(coach.Question("reply").Ask);
        await chat.PressesAsync(coach.Option("reply", "thanked"));
        await chat.HearsAsync(coach.Question("noes").Ask);
        await chat.PressesAsync(coach.Option("noes", "1"));
        await chat.HearsAsync(coach.Question("why-asked").Ask);
        await chat.SaysAsync("no");
        await chat.HearsAsync(coach.Question("worth").Ask);
        await chat.PressesAsync(coach.Option("worth", "yes"));
        await chat.HearsAsync(coach.Question("guess").Ask);
        await chat.PressesAsync(coach.Option("guess", "too-dear"));
    }
}
