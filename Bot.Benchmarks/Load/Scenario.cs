namespace CoachBot.Benchmarks.Load;

/// <summary>One person's side of a conversation, said again and again.</summary>
/// <param name="Name">As on the command line.</param>
/// <param name="Lines">One a turn.</param>
/// <param name="Ends">What the reply to the last line holds when all went well.</param>
/// <param name="FreshPerson">Each time by a person whom the server has never seen, in a chat of their own.</param>
public sealed record Scenario(string Name, IReadOnlyList<string> Lines, string Ends, bool FreshPerson)
{
    public static Scenario Echo { get; } = new("echo", ["hello"], "Echo: hello", FreshPerson: false);

    /// <summary>A whole debrief, from the first word to the recap: one turn a line.</summary>
    public static Scenario Debrief { get; } = new(
        "debrief",
        [
            "debrief",
            "annual maintenance plan",
            "Anna",
            "Face to face",
            "It's just too expensive for us.",
            "she held steady, looked at me",
            "I thanked her and said I understand",
            "Once",
            "No",
            "Yes",
            "Too expensive, or not clear",
            "That fits",
            "go on",
            "I could have asked about the budget first.",
            "Ask her on Monday what it would have to cost.",
        ],
        "they-answered",
        FreshPerson: true);
}
