using Microsoft.Bot.Schema;

namespace CoachBot.Tests.BotFramework.Schema;

public sealed class ACard
{
    [Fact]
    public void Is_attached_under_the_kind_that_channels_know()
    {
        var kinds = new[]
        {
            new HeroCard().ToAttachment(), new ThumbnailCard().ToAttachment(), new SigninCard().ToAttachment(), new OAuthCard().ToAttachment(),
            new ReceiptCard().ToAttachment(), new AudioCard().ToAttachment(), new VideoCard().ToAttachment(), new AnimationCard().ToAttachment(),
        }.Select(attachment => attachment.ContentType);

        Assert.Equal(
            ["hero", "thumbnail", "signin", "oauth", "receipt", "audio", "video", "animation"],
            kinds.Select(kind => kind.Replace("application/vnd.microsoft.card.", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Keeps_its_parts_on_the_wire()
    {
        var receipt = new ReceiptCard("Lunch", [new Fact("Table", "4")], [new ReceiptItem("Soup", price: "3.50")], total: "3.50");
        var clip = new VideoCard("Demo", image: new ThumbnailUrl("https://a/b.png"), media: [new MediaUrl("https://a/b.mp4")], autostart: false);

        var written = ProtocolText.Write(new Activity(ActivityTypes.Message, attachments: [receipt.ToAttachment(), clip.ToAttachment()]));

        Assert.Equal("4", written["attachments"]![0]!["content"]!["facts"]![0]!["value"]!.GetValue<string>());
        Assert.Equal("Soup", written["attachments"]![0]!["content"]!["items"]![0]!["title"]!.GetValue<string>());
        Assert.Equal("https://a/b.mp4", written["attachments"]![1]!["content"]!["media"]![0]!["url"]!.GetValue<string>());
        Assert.False(written["attachments"]![1]!["content"]!["autostart"]!.GetValue<bool>());
    }
}
