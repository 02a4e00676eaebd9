namespace CoachBot.Reading;

/// <summary>What a language model makes of a no: a second opinion, which decides nothing by itself (<see cref="ReadingGuard"/>).</summary>
/// <param name="Step">The next step.</param>
/// <param name="Reason">The main reason; with the step, a pair that the method knows.</param>
/// <param name="Confidence">How sure it says it is, from 0 to 1.</param>
/// <param name="Evidence">Passages that it points to, each of them verbatim in the field that it names.</param>
public sealed record ModelReading(NextStep Step, Reason Reason, double Confidence, IReadOnlyList<Passage> Evidence);

/// <summary>A verbatim span of what was told.</summary>
/// <param name="Field">said, body, why or reply.</param>
/// <param name="Quote">The span.</param>
public sealed record Passage(string Field, string Quote);
