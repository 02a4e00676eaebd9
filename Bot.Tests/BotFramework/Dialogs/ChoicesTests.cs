using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Schema;
using ChannelIds = Microsoft.Bot.Connector.Channels;

namespace CoachBot.Tests.BotFramework.Dialogs;

/// <summary>A list of choices.</summary>
public sealed class ChoicesTests
{
    private static readonly List<string> Colors = ["red", "green", "blue"];

    [Theory]
    [InlineData("the red one please.", "4-6 red 0 1")]
    [InlineData("the red and blue ones please.", "4-6 red 0 1, 12-15 blue 2 1")]
    [InlineData("the first one please.", "4-8 red 0 1")]
    [InlineData("the first and third one please.", "4-8 red 0 1, 14-18 blue 2 1")]
    [InlineData("1", "0-0 red 0 1")]
    [InlineData("one", "0-2 red 0 1")]
    [InlineData("option one and 3.", "7-9 red 0 1, 15-15 blue 2 1")]
    [InlineData(null, "")]
    [InlineData("?!", "")]
    public void Is_read_by_name_else_by_position_else_by_number(string? utterance, string expected)
        => Assert.Equal(expected, Describe(ChoiceRecognizers.RecognizeChoices(utterance, Colors)));

    [Theory]
    [InlineData("the bread pudding and bread please.", "4-16 bread pudding 1 1, 22-26 bread 0 1")]
    [InlineData("bread", "0-4 bread 0 1")]
    [InlineData("bread with raisins pudding", "0-4 bread 0 1, 19-25 pudding 2 1")]
    public void Gives_a_word_to_the_surest_choice(string utterance, string expected)
        => Assert.Equal(expected, Describe(Find.FindChoices(utterance, ["bread", "bread pudding", "pudding"])));

    [Theory]
    [InlineData("option B", true, "0-7 option B 1 1")]
    [InlineData("B", true, "0-0 option B 1 0.5")]
    [InlineData("B", false, "")]
    [InlineData("option number B", false, "0-14 option B 1 0.6666667")]
    [InlineData("option that is not named B", false, "")]
    public void Is_read_in_part_when_allowed(string utterance, bool partly, string expected)
        => Assert.Equal(expected, Describe(Find.FindChoices(
            utterance, ["option A", "option B", "option C"], new FindChoicesOptions { AllowPartialMatches = partly })));

    [Fact]
    public void Is_read_by_titles_and_synonyms_too()
    {
        List<Choice> list = [new("r") { Synonyms = ["crimson"] }, new("g") { Action = new CardAction(title: "Leaf") }];

        Assert.Equal("crimson", Assert.Single(Find.FindChoices("crimson", list)).Resolution.Synonym);
        Assert.Equal("g", Assert.Single(Find.FindChoices("leaf", list)).Resolution.Value);
        Assert.Empty(Find.FindChoices("leaf", list, new FindChoicesOptions { NoAction = true }));
        Assert.Empty(Find.FindChoices("r", list, new FindChoicesOptions { NoValue = true }));
    }

    [Theory]
    [InlineData("how now brown cow", "0-2 how, 4-6 now, 8-12 brown, 14-16 cow")]
    [InlineData("how-now.brown:cow ?", "0-2 how, 4-6 now, 8-12 brown, 14-16 cow")]
    [InlineData(".?; -()", "")]
    [InlineData("fOoD", "0-3 food")]
    [InlineData("food 💥👍", "0-3 food, 5-6 💥, 7-8 👍")]
    [InlineData("Größe नहीं", "0-4 größe, 6-9 नहीं")]
    public void Is_broken_into_words(string text, string expected)
        => Assert.Equal(expected, string.Join(", ", Tokenizer.DefaultTokenizer(text).Select(token => $"{token.Start}-{token.End} {token.Normalized}")));

    [Theory]
    [InlineData(ChannelIds.Emulator, null, 3, "actions")]
    [InlineData(ChannelIds.Webchat, null, 3, "actions")]
    [InlineData(ChannelIds.Msteams, "personal", 3, "actions")]
    [InlineData(ChannelIds.Msteams, "personal", 4, "card")]
    [InlineData(ChannelIds.Msteams, "groupChat", 3, "card")]
    [InlineData(ChannelIds.Msteams, "groupChat", 51, "list")]
    [InlineData(ChannelIds.Slack, null, 3, "card")]
    [InlineData(ChannelIds.Skype, null, 10, "actions")]
    [InlineData(ChannelIds.Skype, null, 11, "list")]
    [InlineData(ChannelIds.Line, null, 14, "card")]
    [InlineData("test", null, 3, "sentence")]
    [InlineData("test", null, 4, "list")]
    public void Is_shown_as_the_channel_shows_it_best(string channel, string? conversationType, int count, string expected)
    {
        var list = ChoiceFactory.ToChoices([.. Enumerable.Range(1, count).Select(number => $"choice {number}")]);

        Assert.Equal(expected, Shape(ChoiceFactory.ForChannel(channel, list, "Pick:", null, null, conversationType, null)));
    }

    [Fact]
    public void Is_a_list_when_a_title_is_too_long_for_a_button()
        => Assert.Equal("list", Shape(ChoiceFactory.ForChannel(ChannelIds.Emulator, [new Choice("a title of twenty-one.")], "Pick:", null, null)));

    [Fact]
    public void Is_put_into_words()
    {
        List<Choice> list = [new("red"), new("green")];

        Assert.Equal("Pick: (1) red or (2) green", ChoiceFactory.Inline(list, "Pick:").Text);
        Assert.Equal("Pick:\n\n   - red\n   - green", ChoiceFactory.List(list, "Pick:", options: new ChoiceFactoryOptions { IncludeNumbers = false }).Text);
        Assert.Equal(InputHints.ExpectingInput, ChoiceFactory.Inline(list).InputHint);
    }

    [Fact]
    public void Keeps_the_buttons_it_is_given()
    {
        var button = new CardAction(ActionTypes.PostBack, "title", value: "value");

        Assert.Same(button, ChoiceFactory.SuggestedAction([new Choice("a") { Action = button }], "Pick:", null, null).SuggestedActions.Actions[0]);
    }

    [Fact]
    public void Has_the_words_of_the_nearest_language()
    {
        Assert.Equal("en-us", PromptCultureModels.MapToNearestLanguage("en-GB"));
        Assert.Equal("pt-br", PromptCultureModels.MapToNearestLanguage("PT"));
        Assert.Equal("xx-yy", PromptCultureModels.MapToNearestLanguage("xx-YY"));
        Assert.Null(PromptCultureModels.MapToNearestLanguage(null));
        Assert.Equal(14, PromptCultureModels.GetSupportedCultures().Select(culture => culture.Locale).Distinct().Count());
        Assert.Equal("ja-jp", PromptCultureModels.Japanese.Locale);
    }

    private static string Describe(List<ModelResult<FoundChoice>> found) => string.Join(", ", found.Select(match =>
        FormattableString.Invariant($"{match.Start}-{match.End} {match.Resolution.Value} {match.Resolution.Index} {match.Resolution.Score}")));

    private static string Shape(IMessageActivity message) => message switch
    {
        { SuggestedActions.Actions.Count: > 0 } => "actions",
        { Attachments: [{ Content: HeroCard }] } => "card",
        _ => message.Text.Contains('\n', StringComparison.Ordinal) ? "list" : "sentence",
    };
}
