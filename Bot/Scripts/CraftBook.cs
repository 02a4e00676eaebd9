using CoachBot.Content;
using CoachBot.Reading;

namespace CoachBot.Scripts;

/// <summary>A line to tap, under the id by which a record keeps it.</summary>
public sealed record Choice(string Id, string Text);

/// <summary>Both sides of the craft question for a next step, its tap answers ("nothing" always among them), and small commitments, all in the rep's voice.</summary>
public sealed record Craft(string Question, IReadOnlyList<Choice> Answers, IReadOnlyList<Choice> Commitments);

// Prompts/scripts/craft.yaml.
internal sealed class CraftBook
{
    public const string File = "scripts/craft.yaml";
    public const string Nothing = "nothing";

    private const int Commitments = 3;

    private readonly Dictionary<NextStep, (string Question, IReadOnlyList<(string Id, Frame Frame)> Answers, IReadOnlyList<(string Id, Frame Frame)> Commitments)> _steps = [];

    public Craft For(NextStep step, Slots slots)
    {
        var (question, answers, commitments) = _steps[step];
        return new Craft(question, Fill(answers, slots), Fill(commitments, slots));
    }

    public static CraftBook Read(ContentFolder folder, Mistakes mistakes)
    {
        var book = new CraftBook();
        var file = folder.Yaml(File, mistakes)?.Knows([.. NextSteps.All.Select(s => s.Key())]);
        foreach (var step in NextSteps.All)
        {
            if (file?.Required(step.Key())?.Knows("question", "answers", "commitments") is not { } part)
                continue;
            var answers = Choices(part, "answers");
            var commitments = Choices(part, "commitments");
            if (answers.Count is < 3 or > 5 || answers.Count(a => a.Id == Nothing) != 1)
                part.Mistake($"there are three to five answers, and one of them is '{Nothing}'");
            if (commitments.Count != Commitments)
                part.Mistake($"there are {Commitments} commitments");
            book._steps[step] = (part.Text("question"), answers, commitments);
        }

        return book;
    }

    private static List<(string Id, Frame Frame)> Choices(YamlPart part, string key) =>
        part.Required(key) is { } list ? [.. list.Entries().Select(e => (e.Key, Say.ReadFrame(e.Value)))] : [];

    private static Choice[] Fill(IReadOnlyList<(string Id, Frame Frame)> choices, Slots slots) =>
        [.. choices.Select(c => new Choice(c.Id, c.Frame.Fill(slots)))];
}
