namespace CoachBot.Flows;

/// <summary>A coaching flow read from Prompts/flows: its questions in the order in which they are asked.</summary>
public sealed record Flow(string Name, int Version, IReadOnlyList<Question> Questions);

public enum QuestionKind
{
    Text,
    LongText,
    Choice,
    Count,
    Cues,
}

/// <summary>One answer that can be tapped, and the words by which it is recognised when typed.</summary>
public sealed record QuestionOption(string Id, string Says, IReadOnlyList<string> Heard);

/// <summary>One question with all its words; whatever is asked, one at a time or on a form, is asked from this.</summary>
public sealed record Question(string Id, QuestionKind Kind, string Ask)
{
    public string Label { get; init; } = Ask;

    /// <summary>Said instead of <see cref="Ask"/> when the talk was in writing.</summary>
    public string? AskWritten { get; init; }

    /// <summary>Said when the answer could not be read.</summary>
    public string? Retry { get; init; }

    /// <summary>Said when the person asks back: why this is asked, or what is meant.</summary>
    public string? Help { get; init; }

    /// <summary>The button that leaves an optional question open.</summary>
    public string? Skip { get; init; }

    /// <summary>The button for "they said nothing", which is an answer and not a gap.</summary>
    public string? Nothing { get; init; }

    /// <summary>The label of the free-text line beside ticks.</summary>
    public string? Other { get; init; }

    public bool Optional { get; init; }

    /// <summary>In text elements, as a person counts characters.</summary>
    public int Longest { get; init; } = 20_000;

    public IReadOnlyList<QuestionOption> Options { get; init; } = [];

    /// <summary>Asked only if this earlier question got this option.</summary>
    public (string Question, string Option)? OnlyIf { get; init; }

    /// <summary>Not asked if this earlier question got one of these options.</summary>
    public (string Question, IReadOnlyList<string> Options)? Unless { get; init; }

    /// <summary>Asked only when the case goes on after one of these next steps.</summary>
    public IReadOnlyList<string> OnlyAfter { get; init; } = [];
}
