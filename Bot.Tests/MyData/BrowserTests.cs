using CoachBot.Conversation;
using CoachBot.MyData;
using CoachBot.Tests.Channels.Browser;

namespace CoachBot.Tests.MyData;

/// <summary>A person's own data, in the chat page.</summary>
[Collection(InTheBrowser.Name)]
public sealed class My_data_in_the_chat_page(Chromium chromium)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Is_taken_along_as_a_file_and_then_deleted(bool plain)
    {
        await using var coach = new CoachOnLoopback();
        await using var chat = await ChatWindow.OpenAsync(chromium, coach.Address, new Look(Plain: plain));
        await chat.HearsAsync(coach.Say(ConversationWords.Welcome));
        await chat.SaysAsync("debrief");
        await chat.HearsAsync(coach.Question("offer").Ask);
        await chat.SaysAsync("xylofern plan");
        await chat.HearsAsync(coach.Question("customer").Ask);

        await chat.SaysAsync("export my data");
        await chat.HearsAsync(coach.Say(MyDataWords.Export));
        Assert.Contains("xylofern plan", await chat.TakesAlongAsync(coach.Say(MyDataWords.ExportButton), coach.Say(MyDataWords.PageAll)), StringComparison.Ordinal);

        await chat.SaysAsync("delete my data");
        await chat.HearsAsync("It can't be brought back.");
        await chat.SaysAsync("delete");
        await chat.HearsAsync(coach.Say(MyDataWords.Deleted));
    }
}
