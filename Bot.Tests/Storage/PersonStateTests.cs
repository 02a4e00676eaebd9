using CoachBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoachBot.Tests.Storage;

/// <summary>What a person has open in a conversation.</summary>
public sealed class PersonStateTests
{
    private readonly MemoryStorage _storage = new();

    public static TheoryData<string, Activity> Others => new()
    {
        { "another person in the same chat", Message(person: "bo") },
        { "the same person in another chat", Message(conversation: "chat-2") },
        { "another tenant", Message(tenant: "fabrikam") },
        { "no tenant", Message(tenant: null) },
        { "another channel", Message(channel: "webchat") },
        { "ids that only look the same when they are put together", Message(conversation: "chat/ana", person: "a") },
    };

    [Theory]
    [MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public async Task Is_never_shared_with(string other, Activity activity)
    {
        await Remember(Message(), "Ana's answer");

        Assert.True(await Recall(activity) is null, other);
        Assert.Equal("Ana's answer", await Recall(Message()));
    }

    [Theory]
    [InlineData("a/b", "c", "a", "b/c")]
    [InlineData("a", "b c", "a ", "bc")]
    [InlineData("a%002f", "b", "a/", "b")]
    [InlineData("a\uD83D", "b", "a\uFFFD", "b")]
    [InlineData("A", "b", "a", "b")]
    public async Task Keeps_ids_apart_whatever_letters_they_use(string conversation, string person, string otherConversation, string otherPerson)
    {
        await Remember(Message(conversation: conversation, person: person), "mine");

        Assert.Null(await Recall(Message(conversation: otherConversation, person: otherPerson)));
        Assert.Equal("mine", await Recall(Message(conversation: conversation, person: person)));
    }

    [Fact]
    public async Task Finds_the_tenant_where_Teams_puts_it()
    {
        await Remember(Message(tenant: "contoso"), "mine");
        var fromChannelData = Message(tenant: null);
        fromChannelData.ChannelData = new Json("""{"tenant":{"id":"contoso"},"source":{"name":"message"}}""");

        Assert.Equal("mine", await Recall(fromChannelData));
    }

    [Theory]
    [InlineData("{\"tenant\":\"contoso\"}")]
    [InlineData("{\"tenant\":{\"id\":7}}")]
    [InlineData("{broken")]
    [InlineData("[]")]
    public async Task Takes_channel_data_without_a_tenant_for_none(string channelData)
    {
        await Remember(Message(tenant: null), "mine");
        var odd = Message(tenant: null);
        odd.ChannelData = new Json(channelData);

        Assert.Equal("mine", await Recall(odd));
    }

    [Fact]
    public async Task Belongs_to_somebody()
    {
        foreach (var nobody in (Activity[])[Message(channel: ""), Message(conversation: " "), Message(person: null), new Activity { ChannelId = "msteams" }])
            await Assert.ThrowsAsync<InvalidOperationException>(() => Recall(nobody));
    }

    [Fact]
    public async Task Is_not_cleared_over_what_somebody_else_wrote_meanwhile()
    {
        using var file = new TemporaryFile();
        await using var store = await TestStore.OnSqliteAsync(file.Path);
        var state = new PersonState(store.Storage);
        await Remember(state, Message(), "first");

        var turn = Turn(Message());
        await state.LoadAsync(turn, cancellationToken: Cancel);
        await Remember(state, Message(), "second");
        await state.ClearStateAsync(turn, Cancel);

        await Assert.ThrowsAsync<StateConflictException>(() => state.SaveChangesAsync(turn, cancellationToken: Cancel));
        Assert.Equal("second", await Recall(state, Message()));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task Remember(Activity activity, string answer) => Remember(new PersonState(_storage), activity, answer);

    private Task<string?> Recall(Activity activity) => Recall(new PersonState(_storage), activity);

    private static async Task Remember(PersonState state, Activity activity, string answer)
    {
        var turn = Turn(activity);
        await state.CreateProperty<string>("answer").SetAsync(turn, answer, Cancel);
        await state.SaveChangesAsync(turn, cancellationToken: Cancel);
    }

    private static async Task<string?> Recall(PersonState state, Activity activity) =>
        await state.CreateProperty<string>("answer").GetAsync(Turn(activity), cancellationToken: Cancel);

    private static TurnContext Turn(Activity activity) => new(new SilentAdapter(), activity);

    private static Activity Message(string channel = "msteams", string? tenant = "contoso", string conversation = "chat", string? person = "ana") => new()
    {
        Type = ActivityTypes.Message,
        ChannelId = channel,
        Conversation = new ConversationAccount { Id = conversation, TenantId = tenant },
        From = new ChannelAccount { Id = person },
    };

    // Both sources hand channel data out as an object that prints itself as JSON.
    private sealed class Json(string text)
    {
        public override string ToString() => text;
    }

    private sealed class SilentAdapter : BotAdapter
    {
        public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken) =>
            Task.FromResult<ResourceResponse[]>([]);

        public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
            Task.FromResult(new ResourceResponse());

        public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
            Task.CompletedTask;
    }
}
