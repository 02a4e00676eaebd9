namespace CoachBot.Reading;

// What a customer's words mean, taken by themselves. The method's precedence turns it into a next step.
internal enum Meaning
{
    Nothing,
    NoContact,
    Angry,
    ChoseOther,
    NoNeed,
    NotForThem,
    CannotPay,
    NoBudgetEver,
    Timing,
    Budget,
    Waiting,
    Price,
    Misunderstood,
    Confused,
    Objection,
}

internal static class Meanings
{
    private static readonly Keys<Meaning> Names = new(
        (Meaning.Nothing, "nothing"), (Meaning.NoContact, "no-contact"), (Meaning.Angry, "angry"), (Meaning.ChoseOther, "chose-other"),
        (Meaning.NoNeed, "settled-no-need"), (Meaning.NotForThem, "settled-not-a-fit"), (Meaning.CannotPay, "settled-price"),
        (Meaning.NoBudgetEver, "settled-budget"), (Meaning.Timing, "timing"), (Meaning.Budget, "budget"), (Meaning.Waiting, "waiting"),
        (Meaning.Price, "price"), (Meaning.Misunderstood, "misunderstood"), (Meaning.Confused, "confused"), (Meaning.Objection, "objection"));

    public static string Known => Names.Known;

    public static IReadOnlyList<Meaning> All => Names.All;

    public static string Key(this Meaning meaning) => Names.Key(meaning);

    public static bool TryParse(string? key, out Meaning meaning) => Names.TryParse(key, out meaning);

    /// <summary>Whether a customer who goes on with the rest has decided against the suggestion by it: no postponement, nothing left to answer.</summary>
    public static bool IsDecided(this Meaning meaning) =>
        meaning is Meaning.ChoseOther or Meaning.NoNeed or Meaning.NotForThem or Meaning.CannotPay or Meaning.NoBudgetEver or Meaning.Nothing;

    public static Reason Reason(this Meaning meaning) => meaning switch
    {
        Meaning.NoContact => Reading.Reason.NoContact,
        Meaning.Angry => Reading.Reason.Irritated,
        Meaning.ChoseOther => Reading.Reason.ChoseOther,
        Meaning.NoNeed => Reading.Reason.NoNeed,
        Meaning.NotForThem or Meaning.Objection => Reading.Reason.NotAFit,
        Meaning.CannotPay or Meaning.Price => Reading.Reason.Price,
        Meaning.NoBudgetEver or Meaning.Budget => Reading.Reason.Budget,
        Meaning.Timing => Reading.Reason.Timing,
        Meaning.Waiting => Reading.Reason.Waiting,
        Meaning.Misunderstood => Reading.Reason.Misunderstood,
        Meaning.Confused => Reading.Reason.Confused,
        _ => Reading.Reason.NoneGiven,
    };
}

// What voice, body or silence showed.
internal enum Shown { Nothing, Withdrew, OpenAnger }
