using CoachBot.Conversation;
using CoachBot.Debrief;
using CoachBot.Flows;

namespace CoachBot.Tests.Channels.Browser;

[Collection(InTheBrowser.Name)]
public sealed class A_rep_in_the_chat_page(Chromium chromium)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Finds_the_conversation_again_after_loading_the_page_anew(bool plain)
    {
        await using var coach = new CoachOnLoopback();
        await using var chat = await BegunAsync(coach, plain);

        await chat.ReloadAsync();

        await chat.HearsAsync("annual maintenance plan");
        await chat.HearsAsync(coach.Question("customer").Ask);
        await chat.SaysAsync("Maria");
        await chat.HearsAsync(coach.Question("channel").Ask);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Goes_on_where_they_were_after_the_program_was_started_again(bool plain)
    {
        await using var before = new CoachOnLoopback();
        await using var chat = await BegunAsync(before, plain);

        await using var coach = await before.StartAgainAsync();
        await chat.ReloadAsync();

        await chat.IsToldAsync("the coach remembers where you were");
        await chat.SaysAsync("Maria");
        await chat.HearsAsync(coach.Question("channel").Ask);
    }

    [Fact]
    public async Task Begins_afresh_in_a_new_chat()
    {
        await using var coach = new CoachOnLoopback();
        await using var chat = await BegunAsync(coach, plain: false);

        await chat.BeginsANewChatAsync();

        await chat.HearsAsync(coach.Say(ConversationWords.Welcome));
        await chat.SaysAsync("debrief");
        await chat.HearsAsync(coach.Question("offer").Ask);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fills_in_everything_on_one_card(bool plain)
    {
        await using var coach = new CoachOnLoopback();
        await using var chat = await ChatWindow.OpenAsync(chromium, coach.Address, new Look(Width: 320, Plain: plain));
        await chat.HearsAsync(coach.Say(ConversationWords.Welcome));
        await chat.SaysAsync("form");
        await chat.HearsAsync(coach.Say(FlowWords.FormTitle));
        await chat.IsSoundAsync("7-form");

        await chat.WritesAsync(coach.Question("offer").Label, "annual maintenance plan");
        await chat.WritesAsync(coach.Question("customer").Label, "Maria");
        await chat.PicksAsync(coach.Question("channel").Label, coach.Option("channel", "call"));
        await chat.WritesAsync(coach.Question("said").Label, "It's too expensive for us");
        await chat.TicksAsync("smiled");
        await chat.WritesAsync(coach.Question("reply").Label, "I thanked them");
        await chat.PicksAsync(coach.Question("noes").Label, coach.Option("noes", "1"));
        await chat.PicksAsync(coach.Question("why-asked").Label, coach.Option("why-asked", "no"));
        await chat.PicksAsync(coach.Question("worth").Label, coach.Option("worth", "yes"));
        await chat.PicksAsync(coach.Question("guess").Label, coach.Option("guess", "too-dear"));
        await chat.PressesAsync(coach.Say(FlowWords.FormDone));

        await chat.HearsAsync(coach.Say(DebriefWords.LedBy));
    }

    private async Task<ChatWindow> BegunAsync(CoachOnLoopback coach, bool plain)
    {
        var chat = await ChatWindow.OpenAsync(chromium, coach.Address, new Look(Plain: plain));
        await chat.HearsAsync(coach.Say(ConversationWords.Welcome));
        await chat.SaysAsync("debrief");
        await chat.HearsAsync(coach.Question("offer").Ask);
        await chat.SaysAsync("annual maintenance plan");
        await chat.HearsAsync(coach.Question("customer").Ask);
        return chat;
    }
}
