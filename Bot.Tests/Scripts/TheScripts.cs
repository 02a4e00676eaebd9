using CoachBot.Content;
using CoachBot.Reading;
using CoachBot.Scripts;

namespace CoachBot.Tests.Scripts;

/// <summary>The scripts as they stand in Prompts/, and every way of asking for them.</summary>
internal static class TheScripts
{
    public static readonly string Prompts = Path.Combine(AppContext.BaseDirectory, "Prompts");

    public static ScriptBook Book { get; } = Read();

    // Every step, reason, medium, tone and circumstance, with everything known and with nothing known.
    public static IEnumerable<ScriptRequest> EveryRequest(NextStep step) =>
        from medium in Enum.GetValues<Medium>()
        from tone in Enum.GetValues<Tone>()
        from request in EveryCircumstance(step, medium, tone)
        select request;

    public static IEnumerable<ScriptRequest> EveryCircumstance(NextStep step, Medium medium, Tone tone) =>
        from reason in Reasons.All
        from relation in Enum.GetValues<Relation>()
        from bits in (int[])[0, 1, 2, 4, 8, 15]
        from known in (bool[])[true, false]
        select new ScriptRequest(step, reason, medium, tone)
        {
            Offer = known ? "annual maintenance plan" : "",
            Customer = known ? "Anna" : "",
            Argued = (bits & 1) > 0,
            WhyAsked = (bits & 2) > 0,
            DateKnown = (bits & 4) > 0,
            ChanceSpent = (bits & 8) > 0,
            Relation = relation,
        };

    public static int Words(string text) => text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;

    private static ScriptBook Read()
    {
        var mistakes = new Mistakes();
        var book = ScriptBook.Read(new ContentFolder(Prompts), mistakes);
        mistakes.ThrowIfAny();
        return book;
    }
}
