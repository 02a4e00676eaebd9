using CoachBot.Reading;

namespace CoachBot.Scripts;

/// <summary>Words for one next step, filled in, with the articles they follow.</summary>
/// <param name="Id">The wording's id; the same in every tone.</param>
/// <param name="Step">The next step that the words are for.</param>
/// <param name="Follows">Keys of the articles, as in <see cref="ScriptBook.Articles"/>.</param>
/// <param name="Title">What this step is.</param>
/// <param name="Why">Why this is the step, for the rep.</param>
/// <param name="Coach">What to mind while saying it, for the rep.</param>
/// <param name="Medium">How the words reach the customer.</param>
/// <param name="Tone">How they sound.</param>
/// <param name="Lines">The moves in the method's order, stage directions among them.</param>
public sealed record Script(
    string Id, NextStep Step, IReadOnlyList<string> Follows, string Title, string Why, string Coach,
    Medium Medium, Tone Tone, IReadOnlyList<ScriptLine> Lines)
{
    /// <summary>A language model worded it; it is shown as such.</summary>
    public bool ByModel { get; init; }

    /// <summary>What is said or sent now: without stage directions and without what is held back.</summary>
    public string Words => Join(Lines.Where(l => l.Spoken && !l.Held));

    /// <summary>What is said only if they still draw back; empty for most next steps.</summary>
    public string HeldWords => Join(Lines.Where(l => l.Spoken && l.Held));

    /// <summary>Whether the rep has to fill in something that only they know (‹…›).</summary>
    public bool HasBlanks => Lines.Any(l => l.Text.Contains(Slots.BlankOpens));

    private string Join(IEnumerable<ScriptLine> lines)
    {
        if (Medium == Medium.Speaking)
            return string.Join('\n', lines.Select(l => l.Text));
        var greeting = string.Concat(lines.Where(l => l.Move == ScriptLine.Greeting).Select(l => l.Text + "\n\n"));
        return greeting + string.Join(' ', lines.Where(l => l.Move != ScriptLine.Greeting).Select(l => l.Text));
    }
}

/// <summary>One line of a script.</summary>
/// <param name="Move">The id of the move it makes; <see cref="Greeting"/> for a message's first line.</param>
/// <param name="Text">The line, filled in.</param>
/// <param name="Spoken">False for a stage direction to the rep.</param>
/// <param name="Held">Held back: said only if they still draw back after the lines before.</param>
public sealed record ScriptLine(string Move, string Text, bool Spoken, bool Held = false)
{
    public const string Greeting = "greeting";
}
