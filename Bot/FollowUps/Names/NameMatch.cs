namespace CoachBot.FollowUps.Names;

/// <summary>Whether two aliases name one customer. A promise is kept for <see cref="Same"/>, asked about for <see cref="MayBe"/> and <see cref="Nobody"/>.</summary>
public enum NameMatch
{
    /// <summary>Somebody else.</summary>
    Other,

    /// <summary>Could well be the same person: only the rep knows.</summary>
    MayBe,

    /// <summary>Both have the same key.</summary>
    Same,

    /// <summary>At least one of them names nobody (blank, "unknown", "my boss").</summary>
    Nobody,
}
