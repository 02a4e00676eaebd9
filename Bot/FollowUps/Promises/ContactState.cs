namespace CoachBot.FollowUps.Promises;

public enum ContactVerdict
{
    /// <summary>Nothing is known that speaks against contacting this customer.</summary>
    Open,

    /// <summary>They asked for no contact.</summary>
    Promised,

    /// <summary>They may be somebody who asked for no contact: treated as that customer until the rep has said.</summary>
    MayBePromised,

    /// <summary>The promise list cannot be read, so nothing that leads to contact may go out.</summary>
    Unreadable,
}

/// <summary>Whether anything may propose to contact a customer.</summary>
/// <param name="Verdict">The gate's word.</param>
/// <param name="Name">The customer on the promise list, as the rep typed it then; null where there is none.</param>
/// <param name="Customer">That customer's key.</param>
/// <param name="Since">When the promise was made.</param>
public sealed record ContactState(ContactVerdict Verdict, string? Name = null, string? Customer = null, DateTimeOffset? Since = null)
{
    public static readonly ContactState Open = new(ContactVerdict.Open);
    public static readonly ContactState Unreadable = new(ContactVerdict.Unreadable);

    public bool IsOpen => Verdict == ContactVerdict.Open;
}
