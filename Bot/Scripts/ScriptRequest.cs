using CoachBot.Reading;

namespace CoachBot.Scripts;

/// <summary>How the words reach the customer.</summary>
public enum Medium { Speaking, Message }

/// <summary>How the words sound.</summary>
public enum Tone { Base, Shorter, Warmer, Plainer }

/// <summary>Whether the person goes on as a customer of the rep's, or has gone to somebody else.</summary>
public enum Relation { Unknown, StaysWithUs, WentElsewhere }

/// <summary>What there is to say something about: the reading, and what the rep told. Offer and customer are as typed, any text, also empty.</summary>
public sealed record ScriptRequest(NextStep Step, Reason Reason, Medium Medium = Medium.Speaking, Tone Tone = Tone.Base)
{
    public string Offer { get; init; } = "";

    public string Customer { get; init; } = "";

    /// <summary>The rep explained, defended, or hinted that they chose wrongly: the words own it once.</summary>
    public bool Argued { get; init; }

    public bool WhyAsked { get; init; }

    /// <summary>They gave a date, or an event that makes one.</summary>
    public bool DateKnown { get; init; }

    /// <summary>The last gentle chance was given earlier in this case, and is not given twice.</summary>
    public bool ChanceSpent { get; init; }

    public Relation Relation { get; init; }

    /// <summary>What they said, and what they answered when asked why: facts that a wording may take up.</summary>
    public string Said { get; init; } = "";

    public string Why { get; init; } = "";
}
