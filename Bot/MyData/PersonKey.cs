using System.Globalization;
using System.Text.RegularExpressions;
using CoachBot.Storage;
using Microsoft.Bot.Schema;

namespace CoachBot.MyData;

/// <summary>A person in all their conversations of a channel and tenant, as their rows and the keys of their state name them.</summary>
internal sealed partial record PersonKey(string Text)
{
    // Drawer, channel, tenant, conversation, person: PersonState writes them so, with every '/' inside of them escaped.
    private const int PartsOfState = 5;

    /// <summary>The person whose turn it is.</summary>
    public static PersonKey Of(Activity activity) => new(PersonState.WhoseTurn(activity).Person);

    /// <summary>Channel and tenant.</summary>
    public string Tenant => PersonState.TenantOf(Text);

    /// <summary>The channel's own id, as it stands in what the channel sends.</summary>
    public string Id => Escaped().Replace(Text[(Text.LastIndexOf('/') + 1)..], c => ((char)int.Parse(c.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString());

    /// <summary>What the keys of this person's state end with.</summary>
    public string StateEnd => Text[Text.LastIndexOf('/')..];

    /// <summary>Whether this is the key of a drawer of this person's state.</summary>
    public bool Owns(string stateKey) => Text == OfState(stateKey);

    /// <summary>The person whose drawer of state it is, as their rows name them; empty where the key is none of a person's.</summary>
    public static string OfState(string stateKey) => stateKey.Split('/') is { Length: PartsOfState } parts ? $"{parts[1]}/{parts[2]}/{parts[4]}" : "";

    /// <summary>The conversation that a drawer of state belongs to.</summary>
    public static string ConversationOf(string stateKey) => string.Join('/', stateKey.Split('/')[1..4]);

    [GeneratedRegex("%([0-9a-f]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
