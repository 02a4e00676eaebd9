using CoachBot.Content;

namespace CoachBot.Reading;

/// <summary>The word lists of Prompts/reading/, compiled once.</summary>
public sealed class ReadingRules
{
    private ReadingRules()
    {
    }

    public static ReadingRules Read(ContentFolder folder, Mistakes mistakes) => new();
}
