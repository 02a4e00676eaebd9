namespace CoachBot.Reading;

/// <summary>What a cue tells: what was seen or heard, never what somebody felt.</summary>
public enum CueGroup { OpenedUp, HeldSteady, Withdrew, GotIrritated }

/// <summary>The groups under the keys that Prompts/cues/ uses.</summary>
public static class CueGroups
{
    private static readonly Keys<CueGroup> Names = new(
        (CueGroup.OpenedUp, "opened-up"), (CueGroup.HeldSteady, "held-steady"),
        (CueGroup.Withdrew, "withdrew"), (CueGroup.GotIrritated, "got-irritated"));

    public static IReadOnlyList<CueGroup> All => Names.All;

    public static string Key(this CueGroup group) => Names.Key(group);

    public static bool TryParse(string? key, out CueGroup group) => Names.TryParse(key, out group);
}

/// <summary>Something a rep may have seen, heard or missed hearing.</summary>
/// <param name="Id">Its key in Prompts/cues/.</param>
/// <param name="Says">The plain words that the rep ticks.</param>
/// <param name="Group">What it may tell.</param>
/// <param name="Channels">Where it can be observed.</param>
/// <param name="InnocentExplanations">At least two other things that it may have been.</param>
public sealed record Cue(
    string Id, string Says, CueGroup Group, IReadOnlyList<ContactChannel> Channels, IReadOnlyList<string> InnocentExplanations);
