using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CoachBot.Tests.BotFramework.Dialogs;

/// <summary>A prompt.</summary>
public sealed class PromptTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Needs_an_id(string? id)
    {
        Assert.Throws<ArgumentNullException>(() => new TextPrompt(id));
        Assert.Throws<ArgumentNullException>(() => new ChoicePrompt(id));
        Assert.Throws<ArgumentNullException>(() => new ConfirmPrompt(id));
        Assert.Throws<ArgumentNullException>(() => new NumberPrompt<int>(id));
        Assert.Throws<ArgumentNullException>(() => new AttachmentPrompt(id));
        Assert.Throws<ArgumentNullException>(() => new ActivityPrompt(id, (_, _) => Task.FromResult(true)));
    }

    [Fact]
    public async Task Takes_any_text()
        => Assert.Equal("some text", await Talk.Answer(new TextPrompt("text"), "some text"));

    [Fact]
    public async Task Asks_again_with_its_retry_and_counts_the_attempts()
    {
        var attempts = new List<int>();
        var talk = new Talk(new MemoryStorage(), Talk.Ask("Your name?", "Longer, please."), new TextPrompt("text", (prompt, _) =>
        {
            attempts.Add(prompt.AttemptCount);
            return Task.FromResult(prompt.Recognized.Value.Length > 3);
        }));

        Assert.Equal(["Your name?"], await talk.Say("hello"));
        Assert.Equal(["Longer, please."], await talk.Say("Jo"));
        Assert.Equal(["Longer, please."], await talk.Say("Jo"));
        Assert.Equal(["result: John"], await talk.Say("John"));
        Assert.Equal([1, 2, 3], attempts);
    }

    [Fact]
    public async Task Says_nothing_more_when_its_validator_has_spoken()
    {
        var talk = new Talk(new MemoryStorage(), Talk.Ask("Your name?", "Again?"), new TextPrompt("text", async (prompt, token) =>
        {
            await prompt.Context.SendActivityAsync("Too short.", cancellationToken: token);
            return false;
        }));
        await talk.Say("hello");

        Assert.Equal(["Too short."], await talk.Say("Jo"));
    }

    [Fact]
    public async Task Lets_its_validator_change_the_value_and_see_an_answer_that_was_not_recognised()
    {
        PromptValidator<int> atLeastOne = (prompt, _) =>
        {
            prompt.Recognized.Value = prompt.Recognized.Succeeded ? prompt.Recognized.Value : 1;
            return Task.FromResult(true);
        };

        Assert.Equal(1, await Talk.Answer(new NumberPrompt<int>("number", atLeastOne), "a few"));
    }

    [Fact]
    public async Task Hands_its_options_to_its_validator()
    {
        var options = Talk.Ask("?");
        options.Validations = "up to five";
        object? seen = null;

        await Talk.Answer(
            new TextPrompt("text", (prompt, _) =>
            {
                seen = prompt.Options.Validations;
                return Task.FromResult(true);
            }),
            "answer", options: options);

        Assert.Equal("up to five", seen?.ToString());
    }

    [Fact]
    public async Task Expects_input_with_what_it_says()
    {
        var options = new PromptOptions { Prompt = new Activity(ActivityTypes.Message) { Text = "?" } };

        var reply = Assert.Single(await new Talk(new MemoryStorage(), options, new TextPrompt("text")).Send(new Activity(ActivityTypes.Message)));

        Assert.Equal(InputHints.ExpectingInput, reply.InputHint);
    }

    [Fact]
    public async Task Waits_through_what_is_no_message()
    {
        var talk = new Talk(new MemoryStorage(), Talk.Ask("?"), new TextPrompt("text"));
        await talk.Say("hello");

        Assert.Empty(await talk.Send(new Activity(ActivityTypes.Typing)));
        Assert.Equal(["result: answer"], await talk.Say("answer"));
    }

    [Fact]
    public async Task Keeps_its_options_as_they_were_given()
    {
        var talk = new Talk(new MemoryStorage(), Talk.Ask("?", "??", "red"), new ChoicePrompt("choice"));

        await talk.Say("hello");

        var kept = Assert.IsType<PromptOptions>(talk.State[0].State["options"]);
        Assert.Equal(("?", null, null), (kept.Prompt.Text, kept.Prompt.Conversation, kept.Prompt.Id));
        Assert.Equal(0, Assert.IsType<Dictionary<string, object>>(talk.State[0].State["state"])["AttemptCount"]);
    }

    [Fact]
    public async Task Needs_options()
    {
        var talk = new Talk(new TextPrompt("text"));

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => talk.Say("hello"));
    }

    [Fact]
    public async Task Takes_attachments()
    {
        var talk = new Talk(new MemoryStorage(), Talk.Ask("A picture?"), new AttachmentPrompt("attachment"));
        await talk.Say("hello");

        Assert.Equal(["A picture?"], await talk.Say("here"));
        await talk.Send(new Activity(ActivityTypes.Message) { Attachments = [new Attachment("text/plain", content: "some content")] });

        Assert.Equal("some content", Assert.Single(Assert.IsAssignableFrom<IList<Attachment>>(talk.LastTurn!.Result)).Content);
    }

    [Fact]
    public async Task Takes_any_activity_that_its_validator_accepts()
    {
        var prompt = new ActivityPrompt("event", (context, _) => Task.FromResult(context.Recognized.Value.Type == ActivityTypes.Event));
        var talk = new Talk(new MemoryStorage(), Talk.Ask("An event?", "No, an event."), prompt);
        await talk.Say("hello");

        Assert.Equal(["No, an event."], await talk.Say("this?"));
        await talk.Send(new Activity(ActivityTypes.Event) { Name = "ring" });

        Assert.Equal("ring", Assert.IsType<Activity>(talk.LastTurn!.Result).Name);
        Assert.Throws<ArgumentNullException>(() => new ActivityPrompt("event", null));
    }

    [Fact]
    public async Task Keeps_an_answer_that_it_understands_from_being_an_interruption()
    {
        var talk = new Talk(new MemoryStorage(), Talk.Ask("?"), new NumberPrompt<int>("number"));
        await talk.Say("hello");
        var kept = new List<bool>();
        talk.OnTurn = async dc =>
        {
            kept.Add(await dc.EmitEventAsync(DialogEvents.ActivityReceived, fromLeaf: true));
            return Dialog.EndOfTurn;
        };

        await talk.Say("7");
        await talk.Say("help");

        Assert.Equal([true, false], kept);
    }
}
