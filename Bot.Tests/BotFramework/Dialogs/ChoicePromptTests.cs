using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Schema;

namespace CoachBot.Tests.BotFramework.Dialogs;

/// <summary>A prompt for a choice.</summary>
public sealed class ChoicePromptTests
{
    [Theory]
    [InlineData(ListStyle.Auto, "Color? (1) red, (2) green, or (3) blue")]
    [InlineData(ListStyle.Inline, "Color? (1) red, (2) green, or (3) blue")]
    [InlineData(ListStyle.List, "Color?\n\n   1. red\n   2. green\n   3. blue")]
    [InlineData(ListStyle.None, "Color?")]
    [InlineData(ListStyle.SuggestedAction, "Color?")]
    public async Task Shows_its_choices_in_its_style(ListStyle style, string expected)
        => Assert.Equal([expected], await new Talk(new MemoryStorage(), Colors(), new ChoicePrompt("c") { Style = style }).Say("hello"));

    [Fact]
    public async Task Shows_buttons_beside_what_the_prompt_brings_along()
    {
        var options = Colors();
        options.Prompt.Attachments = [new Attachment("text/plain", content: "some content")];
        options.Prompt.Speak = "spoken";
        var talk = new Talk(new MemoryStorage(), options, new ChoicePrompt("c") { Style = ListStyle.HeroCard });

        var reply = Assert.Single(await talk.Send(new Activity(ActivityTypes.Message)));

        Assert.Equal("some content", reply.Attachments[0].Content);
        var card = Assert.IsType<HeroCard>(reply.Attachments[1].Content);
        Assert.Equal(["red", "green", "blue"], card.Buttons.Select(button => button.Value));
        Assert.All(card.Buttons, button => Assert.Equal(ActionTypes.ImBack, button.Type));
        Assert.Equal("spoken", reply.Speak);
        Assert.Single(options.Prompt.Attachments);
    }

    [Fact]
    public async Task Follows_the_style_of_its_options_before_its_own()
    {
        var options = Colors();
        options.Style = ListStyle.SuggestedAction;
        var talk = new Talk(new MemoryStorage(), options, new ChoicePrompt("c") { Style = ListStyle.List });

        var reply = Assert.Single(await talk.Send(new Activity(ActivityTypes.Message)));

        Assert.Equal(["red", "green", "blue"], reply.SuggestedActions.Actions.Select(action => action.Title));
    }

    [Fact]
    public async Task Addresses_suggested_actions_in_Teams_to_the_one_who_asked()
    {
        var talk = new Talk(new MemoryStorage(), Colors(), new ChoicePrompt("c")) { Channel = "msteams", ConversationType = "personal" };

        var reply = Assert.Single(await talk.Send(new Activity(ActivityTypes.Message)));

        Assert.Single(reply.SuggestedActions.To);
    }

    [Fact]
    public async Task Speaks_every_language_and_its_variants()
    {
        foreach (var culture in PromptCultureModels.GetSupportedCultures())
        {
            var expected = $"Color? (1) red{culture.Separator}(2) green{culture.InlineOrMore}(3) blue";
            foreach (var spelling in new[] { culture.Locale, culture.Locale[..2], culture.Locale[..2].ToUpperInvariant() })
                Assert.Equal([expected], await new Talk(new MemoryStorage(), Colors(), new ChoicePrompt("c")) { Locale = spelling }.Say("hello"));
        }
    }

    [Theory]
    [InlineData("en-us", "red", "red")]
    [InlineData("en-us", "I'll take the GREEN one, please", "green")]
    [InlineData("en-us", "2", "green")]
    [InlineData("en-us", "number two", "green")]
    [InlineData("en-us", "the second one", "green")]
    [InlineData("en-us", "3rd", "blue")]
    [InlineData("en-us", "the last one please", "blue")]
    [InlineData("en-us", "second to last", "green")]
    [InlineData("de-de", "die zweite bitte", "green")]
    [InlineData("de-de", "das letzte", "blue")]
    [InlineData("de-de", "drei", "blue")]
    [InlineData("fr-fr", "le troisième", "blue")]
    [InlineData("fr-fr", "2ème", "green")]
    [InlineData("fr-fr", "la première", "red")]
    [InlineData("es-es", "la segunda", "green")]
    [InlineData("es-es", "el último", "blue")]
    [InlineData("es-es", "el primer", "red")]
    [InlineData("nl-nl", "de derde", "blue")]
    [InlineData("it-it", "il secondo", "green")]
    [InlineData("pt-br", "o terceiro", "blue")]
    [InlineData("ja-jp", "2", "green")]
    public async Task Reads(string locale, string answer, string choice)
        => Assert.Equal(choice, Assert.IsType<FoundChoice>(await Talk.Answer(new ChoicePrompt("c"), answer, locale, Colors())).Value);

    [Theory]
    [InlineData("what was that?")]
    [InlineData("4")]
    [InlineData("1.5")]
    [InlineData("the tenth")]
    [InlineData("it was last week")]
    [InlineData("0")]
    public async Task Asks_again_after(string answer) => Assert.Null(await Talk.Answer(new ChoicePrompt("c"), answer, "en-us", Colors()));

    [Fact]
    public async Task Leaves_out_numbers_and_positions_when_told_to()
    {
        var prompt = new ChoicePrompt("c") { RecognizerOptions = new FindChoicesOptions { RecognizeNumbers = false, RecognizeOrdinals = false } };

        Assert.Null(await Talk.Answer(prompt, "2", "en-us", Colors()));
        Assert.Null(await Talk.Answer(prompt, "the second", "en-us", Colors()));
        Assert.NotNull(await Talk.Answer(prompt, "blue", "en-us", Colors()));
    }

    [Fact]
    public async Task Needs_neither_a_prompt_nor_values()
    {
        var options = new PromptOptions { Choices = [new Choice { Action = new CardAction(ActionTypes.ImBack, "title", value: "value") }] };

        Assert.Equal([" (1) title"], await new Talk(new MemoryStorage(), options, new ChoicePrompt("c")).Say("hello"));
        Assert.Equal(0, Assert.IsType<FoundChoice>(await Talk.Answer(new ChoicePrompt("c"), "title", options: options)).Index);
    }

    [Fact]
    public async Task Takes_a_languages_words_from_its_author()
    {
        var words = new Dictionary<string, ChoiceFactoryOptions> { ["custom-custom"] = new("; ", " alias ", "; alias ", true) };
        var prompt = new ChoicePrompt("c", words, null, "custom-custom");

        Assert.Equal(["Color? (1) red; (2) green; alias (3) blue"], await new Talk(new MemoryStorage(), Colors(), prompt).Say("hello"));
    }

    private static PromptOptions Colors() => Talk.Ask("Color?", "Which color?", "red", "green", "blue");
}
