using System.Text.Json;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace CoachBot.Tests.BotFramework.Schema;

public sealed class AnActivity
{
    [Fact]
    public void Keeps_what_the_protocol_adds_at_every_level()
    {
        const string Json = """
            {"type":"message","new":{"a":[1,2]},"from":{"id":"u","agent":true},"conversation":{"id":"c","chat":"x"},
             "entities":[{"type":"streaminfo","streamId":"s","streamSequence":3}],"attachments":[{"contentType":"t","size":7}]}
            """;

        var written = ProtocolText.Write(ProtocolText.Read<Activity>(Json));

        Assert.Equal(2, written["new"]!["a"]![1]!.GetValue<int>());
        Assert.True(written["from"]!["agent"]!.GetValue<bool>());
        Assert.Equal("x", written["conversation"]!["chat"]!.GetValue<string>());
        Assert.Equal(3, written["entities"]![0]!["streamSequence"]!.GetValue<int>());
        Assert.Equal(7, written["attachments"]![0]!["size"]!.GetValue<int>());
    }

    [Fact]
    public void Is_written_in_camel_case_without_what_is_not_set()
    {
        var written = ProtocolText.Write(new Activity(ActivityTypes.Message) { ReplyToId = "1", Text = "Müller's <b>" });

        Assert.Equal("""{"replyToId":"1","text":"Müller's <b>","type":"message"}""", written.ToJsonString(Relaxed));
    }

    [Theory]
    [InlineData("""{"type":"message","id":42}""", "42")]
    [InlineData("""{"type":"message","id":"42","timestamp":"yesterday"}""", "42")]
    [InlineData("""{"type":"message","id":"42","timestamp":17,"expiration":{}}""", "42")]
    [InlineData("""{"TYPE":"message","Id":"42"}""", "42")]
    public void Is_read_though_a_value_is_odd(string json, string id)
    {
        var activity = ProtocolText.Read<Activity>(json);

        Assert.Equal(("message", id, null), (activity.Type, activity.Id, activity.Timestamp));
    }

    [Fact]
    public void Writes_an_entity_as_what_it_is()
    {
        var activity = new Activity(ActivityTypes.Message)
        {
            Entities = [new Mention(new ChannelAccount("u", "Ada"), "<at>Ada</at>", "mention")],
        };

        var written = ProtocolText.Write(activity);
        var read = ProtocolText.Read<Activity>(written.ToJsonString());

        Assert.Equal("Ada", written["entities"]![0]!["mentioned"]!["name"]!.GetValue<string>());
        Assert.Equal("Ada", Assert.Single(read.GetMentions()).Mentioned.Name);
    }

    [Fact]
    public void Loses_the_mention_of_the_bot_and_no_other()
    {
        var activity = new Activity(ActivityTypes.Message)
        {
            Recipient = new ChannelAccount("bot"),
            Text = " <at>Coach</at> ask <at>Ada</at> ",
            Entities =
            [
                new Mention(new ChannelAccount("bot"), "<at>Coach</at>", "mention"),
                new Mention(new ChannelAccount("ada"), "<at>Ada</at>", "mention"),
            ],
        };

        Assert.Equal("ask <at>Ada</at>", activity.RemoveRecipientMention());
    }

    [Fact]
    public void Reads_its_channel_data_as_Teams_means_it()
    {
        var activity = ProtocolText.Read<Activity>(
            """{"type":"message","channelData":{"tenant":{"id":"t"},"team":{"id":"19:x","aadGroupId":"g"},"source":{"name":"message"}}}""");

        Assert.True(activity.TryGetChannelData<TeamsChannelData>(out var data));
        Assert.Equal(("t", "g"), (data.Tenant.Id, data.Team.AadGroupId));
        Assert.Equal("message", ((JsonElement)data.AdditionalProperties["source"]).GetProperty("name").GetString());
    }

    [Fact]
    public void Writes_the_JSON_of_Newtonsoft_as_that_JSON()
    {
        var activity = new Activity(ActivityTypes.Message) { Value = JObject.Parse("""{"kind":"submit","tags":["a"]}""") };

        var written = ProtocolText.Write(activity);

        Assert.Equal("""{"kind":"submit","tags":["a"]}""", written["value"]!.ToJsonString());
        Assert.Equal("submit", new Activity { ChannelData = activity.Value }.GetChannelData<TaggedKind>().Kind);
    }

    [Fact]
    public void Says_so_when_its_channel_data_is_something_else()
    {
        var activity = new Activity { ChannelData = "not a team" };

        Assert.False(activity.TryGetChannelData<TeamsChannelData>(out var data));
        Assert.Null(data);
    }

    [Theory]
    [InlineData("message", true)]
    [InlineData("Message/voice", true)]
    [InlineData("messageReaction", false)]
    [InlineData(null, false)]
    public void Is_a_message_when_its_type_says_so(string? type, bool isMessage)
        => Assert.Equal(isMessage, new Activity { Type = type }.AsMessageActivity() != null);

    [Theory]
    [InlineData("conversationUpdate", "webchat", null)]
    [InlineData("conversationUpdate", "msteams", "7")]
    [InlineData("message", "webchat", "7")]
    public void Is_answered_where_an_answer_can_point_to_it(string type, string channel, string? replyTo)
    {
        var activity = new Activity(type) { Id = "7", ChannelId = channel };

        Assert.Equal(replyTo, activity.CreateReply("hello").ReplyToId);
        Assert.Equal(replyTo, activity.GetConversationReference().ActivityId);
    }

    private sealed record TaggedKind(string Kind, string[] Tags);

    private static JsonSerializerOptions Relaxed { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
