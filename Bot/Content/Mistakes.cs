namespace CoachBot.Content;

/// <summary>Something wrong in a file of Prompts/: which file, which line (counted from 1), and what to mend.</summary>
public sealed record Mistake(string File, int Line, string What)
{
    public override string ToString() => $"{File}({Line}): {What}";
}

/// <summary>Collects every mistake in every file, so that a person mends them all in one go.</summary>
public sealed class Mistakes
{
    private readonly List<Mistake> _found = [];

    public IReadOnlyList<Mistake> Found => [.. _found.OrderBy(m => m.File, StringComparer.Ordinal).ThenBy(m => m.Line)];

    public bool Any => _found.Count > 0;

    public void Add(string file, int line, string what) => _found.Add(new Mistake(file, line, what));

    /// <exception cref="BrokenContentException">There is at least one mistake.</exception>
    public void ThrowIfAny()
    {
        if (Any)
            throw new BrokenContentException(Found);
    }
}

/// <summary>Prompts/ holds mistakes; the message lists each with its file and line. The program does not start on it.</summary>
public sealed class BrokenContentException(IReadOnlyList<Mistake> mistakes)
    : Exception($"Prompts/ holds {mistakes.Count} {(mistakes.Count == 1 ? "mistake" : "mistakes")}:{Environment.NewLine}"
        + string.Join(Environment.NewLine, mistakes.Select(m => $"  {m}")))
{
    public IReadOnlyList<Mistake> Mistakes { get; } = mistakes;
}
