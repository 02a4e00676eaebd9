namespace CoachBot.Reading;

/// <summary>What kind of no it was: the reading, how sure it is, and everything that led to it.</summary>
/// <param name="Step">The next step.</param>
/// <param name="Reason">The main reason: the one that decides the next step.</param>
/// <param name="Confidence">How sure, from 0 (a guess) to 1.</param>
/// <param name="Evidence">The rep's own words that led here, the strongest first.</param>
/// <param name="Others">What else it could be, the likeliest first; never the reading itself.</param>
/// <param name="LeanedOnCues">Ids of the cues in the <see cref="CueBook"/> that the reading leaned on.</param>
/// <param name="Doubt">The one more question to ask when two next steps are close; null when none is needed.</param>
public sealed record NoReading(
    NextStep Step, Reason Reason, double Confidence, IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<OtherReading> Others, IReadOnlyList<string> LeanedOnCues, Doubt? Doubt);

/// <summary>Something the rep told that speaks for a reading.</summary>
/// <param name="Field">said, body, why, reply, noes or worth.</param>
/// <param name="Quote">A verbatim span of that field; of a number or a flag, its value.</param>
/// <param name="Rule">The key of the rule in Prompts/reading/ that it met.</param>
public sealed record Evidence(string Field, string Quote, string Rule);

/// <summary>What else it could be.</summary>
/// <param name="Step">The other next step.</param>
/// <param name="Reason">Its reason.</param>
/// <param name="WhyKey">The key of the rule that speaks for it.</param>
public sealed record OtherReading(NextStep Step, Reason Reason, string WhyKey);

/// <summary>One more question, asked instead of bluffing; its wording stands under its key in Prompts/reading/doubts.yaml.</summary>
public sealed record Doubt(string Key, IReadOnlyList<DoubtOption> Options);

/// <summary>An answer to a doubt, and the reading that it settles.</summary>
public sealed record DoubtOption(string Key, NextStep Step, Reason Reason);
