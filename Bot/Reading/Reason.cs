namespace CoachBot.Reading;

/// <summary>The main reason behind a no: the one that decides the next step.</summary>
public enum Reason
{
    Timing,
    Budget,
    Waiting,
    Price,
    Misunderstood,
    Confused,
    NoNeed,
    NotAFit,
    ChoseOther,
    NoContact,
    Irritated,
    NoneGiven,
}

/// <summary>The reasons under the keys that the method, the cases and Prompts/ use.</summary>
public static class Reasons
{
    private static readonly Keys<Reason> Names = new(
        (Reason.Timing, "timing"), (Reason.Budget, "budget"), (Reason.Waiting, "waiting"), (Reason.Price, "price"),
        (Reason.Misunderstood, "misunderstood"), (Reason.Confused, "confused"), (Reason.NoNeed, "no-need"),
        (Reason.NotAFit, "not-a-fit"), (Reason.ChoseOther, "chose-other"), (Reason.NoContact, "no-contact"),
        (Reason.Irritated, "irritated"), (Reason.NoneGiven, "none-given"));

    public static IReadOnlyList<Reason> All => Names.All;

    public static string Key(this Reason reason) => Names.Key(reason);

    public static bool TryParse(string? key, out Reason reason) => Names.TryParse(key, out reason);
}
