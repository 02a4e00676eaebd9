using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoachBot.Storage;

/// <summary>What one person has open in one conversation: the dialogs under way and the debrief. Two people in a chat never share it.</summary>
public class PersonState : BotState
{
    private readonly string _drawer;

    public PersonState(IStorage storage) : this(storage, "person")
    {
    }

    /// <param name="storage">Where it is kept.</param>
    /// <param name="drawer">Keeps what is rarely needed apart from what every turn carries along.</param>
    protected PersonState(IStorage storage, string drawer) : base(storage, nameof(PersonState) + '/' + drawer) => _drawer = drawer;

    private const string ETag = "eTag", NoTenant = "-";

    /// <summary>Empties the state; saving it still fails if somebody else wrote in between.</summary>
    public override async Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        object? version = null;
        GetCachedState(turnContext)?.State.TryGetValue(ETag, out version);
        await base.ClearStateAsync(turnContext, cancellationToken);
        if (version is not null)
            GetCachedState(turnContext).State[ETag] = version;
    }

    /// <exception cref="InvalidOperationException">The activity does not say its channel, conversation or person.</exception>
    protected override string GetStorageKey(ITurnContext turnContext)
    {
        var activity = turnContext.Activity;
        return string.Join('/',
            _drawer,
            Part(activity.ChannelId, "channelId"),
            Part(TenantOf(activity), "tenant"),
            Part(activity.Conversation?.Id, "conversation.id"),
            Part(activity.From?.Id, "from.id"));
    }

    /// <summary>Whose turn it is, in all their conversations of a channel, and the tenant that they belong to: to count by, never to show.</summary>
    /// <exception cref="InvalidOperationException">The activity does not say its channel or person.</exception>
    public static (string Tenant, string Person) WhoseTurn(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var tenant = $"{Part(activity.ChannelId, "channelId")}/{Part(TenantOf(activity), "tenant")}";
        return (tenant, $"{tenant}/{Part(activity.From?.Id, "from.id")}");
    }

    /// <summary>The channel and the tenant that the key of a person or of a conversation begins with.</summary>
    public static string TenantOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key[..key.LastIndexOf('/')];
    }

    /// <summary>The conversation, whoever speaks in it.</summary>
    /// <exception cref="InvalidOperationException">The activity does not say its channel or conversation.</exception>
    public static string ConversationOf(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return $"{Part(activity.ChannelId, "channelId")}/{Part(TenantOf(activity), "tenant")}/{Part(activity.Conversation?.Id, "conversation.id")}";
    }

    internal static string TenantOf(Activity activity)
    {
        if (!string.IsNullOrEmpty(activity.Conversation?.TenantId))
            return activity.Conversation.TenantId;
        return activity.ChannelData?.ToString() is { } json && json.StartsWith('{') ? Tenant(json) : NoTenant;
    }

    // Teams names the tenant in {"tenant":{"id":…}}; the type behind ChannelData differs, the JSON that it prints does not.
    private static string Tenant(string channelData)
    {
        try
        {
            using var json = JsonDocument.Parse(channelData);
            return json.RootElement.TryGetProperty("tenant", out var tenant) && tenant.ValueKind == JsonValueKind.Object
                && tenant.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } text
                ? text : NoTenant;
        }
        catch (JsonException)
        {
            return NoTenant;
        }
    }

    // Everything but the plainest characters is written by its number, so that no two rows of parts give one key.
    private static string Part(string? text, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new InvalidOperationException($"An activity without {name} has no state: it belongs to nobody.");
        if (!text.AsSpan().ContainsAnyExcept(Plain))
            return text;
        var key = new StringBuilder(text.Length + 16);
        foreach (var c in text)
            _ = Plain.Contains(c) ? key.Append(c) : key.Append('%').Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        return key.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> Plain =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:@=;|");
}
