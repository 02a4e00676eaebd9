namespace CoachBot.Reading;

// What a phrase in Prompts/reading/ speaks for. One file a signal; the precedence over them is NoReader's.
internal enum Signal
{
    NoContact,
    Anger,
    Soothing,
    ChoseOther,
    ConsideredNo,
    Answered,
    Unanswered,
    LaterDate,
    Later,
    Slipping,
    Objection,
    Vague,
    PlainNo,
    Innocent,
}

internal static class SignalKeys
{
    private static readonly Keys<Signal> Names = new(
        (Signal.NoContact, "no-contact"), (Signal.Anger, "anger"), (Signal.Soothing, "soothing"), (Signal.ChoseOther, "chose-other"),
        (Signal.ConsideredNo, "considered-no"), (Signal.Answered, "answered"), (Signal.Unanswered, "unanswered"),
        (Signal.LaterDate, "later-date"), (Signal.Later, "later"), (Signal.Slipping, "slipping"), (Signal.Objection, "objection"),
        (Signal.Vague, "vague"), (Signal.PlainNo, "plain-no"), (Signal.Innocent, "innocent"));

    public static string Known => Names.Known;

    public static IReadOnlyList<Signal> All => Names.All;

    public static string Key(Signal signal) => Names.Key(signal);

    public static bool TryParse(string? key, out Signal signal) => Names.TryParse(key, out signal);
}
