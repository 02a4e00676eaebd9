using CoachBot.Content;
using CoachBot.Reading;

namespace CoachBot.Scripts;

// Prompts/scripts/first-lines.yaml: what the coach says first after a reading.
internal sealed class FirstLines
{
    public const string File = "scripts/first-lines.yaml";

    private const int Fewest = 3;

    private readonly Dictionary<NextStep, IReadOnlyList<Frame>> _lines = [];

    public IReadOnlyList<string> For(NextStep step, Slots slots) => [.. _lines[step].Select(l => l.Fill(slots))];

    public static FirstLines Read(ContentFolder folder, Mistakes mistakes)
    {
        var lines = new FirstLines();
        var file = folder.Yaml(File, mistakes)?.Knows([.. NextSteps.All.Select(s => s.Key())]);
        foreach (var step in NextSteps.All)
        {
            var items = file?.Items(step.Key()) ?? [];
            if (items.Count is > 0 and < Fewest)
                file!.Optional(step.Key())!.Mistake($"there are at least {Fewest} first lines");
            lines._lines[step] = [.. items.Select(i => Say.ReadFrame(i))];
        }

        return lines;
    }
}
