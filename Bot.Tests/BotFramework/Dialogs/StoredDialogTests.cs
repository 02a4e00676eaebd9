using System.Text.Json;
using CoachBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace CoachBot.Tests.BotFramework.Dialogs;

/// <summary>A dialog half done.</summary>
public sealed class StoredDialogTests
{
    public static TheoryData<string> Storages => ["copies with types", "JSON without types", "the coach's own JSON"];

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Goes_on_after_a_restart(string storage)
    {
        var kept = Storage(storage);

        Assert.Equal(["Color? (1) red or (2) green"], await Say(kept, "hello"));
        Assert.Equal(["Which? (1) red or (2) green"], await Say(kept, "what?"));
        Assert.Equal(["How many?"], await Say(kept, "the second"));
        Assert.Equal(["Attempt 1"], await Say(kept, "some"));
        Assert.Equal(["Attempt 2"], await Say(kept, "a few"));
        Assert.Equal(["result: 3 green for Ana at step 2, True 2.5"], await Say(kept, "three"));
    }

    private static IStorage Storage(string name) => name switch
    {
        "copies with types" => new MemoryStorage(),
        "JSON without types" => new WithoutTypes(),
        _ => new CoachJson(),
    };

    // Each message has dialogs of its own: nothing but the state is carried over.
    private static Task<string[]> Say(IStorage storage, string text)
    {
        PromptValidator<int> counting = async (prompt, token) =>
        {
            if (!prompt.Recognized.Succeeded)
                await prompt.Context.SendActivityAsync($"Attempt {prompt.AttemptCount}", cancellationToken: token);
            return prompt.Recognized.Succeeded;
        };
        var order = new WaterfallDialog("order", [
            (step, token) =>
            {
                step.Values["yes"] = true;
                step.Values["half"] = 2.5;
                return step.PromptAsync("choice", Talk.Ask("Color?", "Which?", "red", "green"), token);
            },
            (step, token) =>
            {
                step.Values["color"] = ((FoundChoice)step.Result).Value;
                step.Values["step"] = 2;
                return step.PromptAsync("number", Talk.Ask("How many?", "How many, in numbers?"), token);
            },
            (step, token) => step.EndDialogAsync(
                $"{step.Result} {step.Values["color"]} for {step.Options} at step {step.Values["step"]}, {step.Values["yes"]} " +
                FormattableString.Invariant($"{step.Values["half"]}"), token),
        ]);
        var component = new ComponentDialog("component").AddDialog(order).AddDialog(new ChoicePrompt("choice"))
            .AddDialog(new NumberPrompt<int>("number", counting));
        return new Talk(storage, "Ana", component).Say(text);
    }

    private sealed class WithoutTypes : Kept
    {
        protected override byte[] Write(object value) => JsonSerializer.SerializeToUtf8Bytes(value, JsonSerializerOptions.Web);

        protected override object? Read(byte[] json) => JsonSerializer.Deserialize<Dictionary<string, object>>(json, JsonSerializerOptions.Web);
    }

    private sealed class CoachJson : Kept
    {
        private readonly StateJson _json = new(new StateTypes());

        protected override byte[] Write(object value) => _json.Write(value).ToArray();

        protected override object? Read(byte[] json) => _json.Read(json);
    }

    private abstract class Kept : IStorage
    {
        private readonly Dictionary<string, byte[]> _items = [];

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
            => Task.FromResult<IDictionary<string, object>>(keys.Where(_items.ContainsKey).ToDictionary(key => key, key => Read(_items[key])!));

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
        {
            foreach (var (key, value) in changes)
                _items[key] = Write(value);
            return Task.CompletedTask;
        }

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        protected abstract byte[] Write(object value);

        protected abstract object? Read(byte[] json);
    }
}
