namespace CoachBot.Scripts;

// What the slots of a text are filled with; null means that it is not known.
internal sealed class Slots
{
    public const char BlankOpens = '‹';
    public const char BlankCloses = '›';

    public static readonly IReadOnlyList<string> Known = ["customer", "offer", "reason", "told", "answer", "benefit"];

    // These may be unknown, so a text names them in brackets only.
    public static readonly IReadOnlyList<string> NeedBrackets = ["customer", "reason", "told"];

    private readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);

    public Slots(string offer, string? customer, ReasonWords reason, string benefit)
    {
        _values["offer"] = offer;
        _values["customer"] = customer;
        _values["reason"] = reason.Noun;
        _values["told"] = reason.Told;
        _values["answer"] = Blank(reason.Answer);
        _values["benefit"] = Blank(benefit);
    }

    public string? this[string slot] => _values[slot];

    private static string Blank(string hint) => $"{BlankOpens}{hint}{BlankCloses}";
}
