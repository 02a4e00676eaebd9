using System.Text;
using CoachBot.Storage;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace CoachBot.Tests.Storage;

/// <summary>The Bot Framework's own types in state, the same from either source.</summary>
public sealed class FrameworkStateTests
{
    private static readonly StateJson Json = new(new StateTypes());

    [Fact]
    public void Are_written_by_their_public_properties_in_order_of_name_without_nulls()
    {
        var stack = new DialogState([new DialogInstance { Id = "choice", State = new Dictionary<string, object> { ["options"] = Options, ["n"] = 1 } }]);

        Assert.Equal(
            """{"$type":"dialog-state","$value":{"dialogStack":[{"id":"choice","state":{"options":{"$type":"prompt-options","$value":{"choices":[{"action":{"title":"Call","type":"imBack","value":"call"},"value":"call"}],"prompt":{"text":"Where?","type":"message"},"style":"Inline"}},"n":1}}]}}""",
            Encoding.UTF8.GetString(Json.Write(stack).Span));
    }

    [Fact]
    public void Come_back_as_they_were()
    {
        var back = Assert.IsType<PromptOptions>(Json.Read(Json.Write(Options).Span));

        Assert.Equal("Where?", back.Prompt.Text);
        Assert.Equal(ListStyle.Inline, back.Style);
        Assert.Equal("call", Assert.Single(back.Choices).Action.Value);
    }

    [Fact]
    public void Keep_the_card_in_a_message_whatever_library_it_came_from()
    {
        var card = new JObject { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = new JArray() };
        var asked = new Activity { Type = "message", Attachments = [new Attachment { ContentType = "application/vnd.microsoft.card.adaptive", Content = card }] };

        var back = Assert.IsType<Activity>(Json.Read(Json.Write(asked).Span));

        var content = Assert.IsType<IDictionary<string, object>>(Assert.Single(back.Attachments).Content, exactMatch: false);
        Assert.Equal("AdaptiveCard", content["type"]);
        Assert.Empty(Assert.IsType<List<object>>(content["body"]));
    }

    private static PromptOptions Options => new()
    {
        Prompt = new Activity { Type = "message", Text = "Where?" },
        Choices = [new Choice("call") { Action = new CardAction(ActionTypes.ImBack, "Call", value: "call") }],
        Style = ListStyle.Inline,
    };
}
