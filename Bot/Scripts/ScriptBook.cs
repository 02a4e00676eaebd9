using CoachBot.Content;
using CoachBot.Reading;

namespace CoachBot.Scripts;

/// <summary>What to say next: the scripts of Prompts/scripts/, read and checked once, filled in on request.</summary>
public sealed class ScriptBook
{
    private const string Folder = "scripts";
    private const string ArticlesFile = Folder + "/articles.yaml";

    private readonly Dictionary<NextStep, StepScripts> _steps = [];
    private readonly SharedLines _shared;
    private readonly ReasonBook _reasons;
    private readonly SlotWords _words;
    private readonly FirstLines _firstLines;
    private readonly CraftBook _craft;

    private ScriptBook(ContentFolder folder, Mistakes mistakes)
    {
        Articles = folder.Yaml(ArticlesFile, mistakes)?.Entries().ToDictionary(e => e.Key, e => e.Value.AsText()) ?? [];
        _shared = SharedLines.Read(folder, mistakes);
        _reasons = ReasonBook.Read(folder, mistakes);
        _words = SlotWords.Read(folder, mistakes);
        _firstLines = FirstLines.Read(folder, mistakes);
        _craft = CraftBook.Read(folder, mistakes);
        foreach (var step in NextSteps.All)
        {
            if (folder.Yaml($"{Folder}/{step.Key()}.yaml", mistakes) is { } file)
                _steps[step] = new StepReader(step, file, Articles.Keys.ToList()).Read();
        }
    }

    /// <summary>The titles of the articles that the scripts follow, by key.</summary>
    public IReadOnlyDictionary<string, string> Articles { get; }

    /// <summary>Reads every file; a book with mistakes in it is not to be used.</summary>
    public static ScriptBook Read(ContentFolder folder, Mistakes mistakes) => new(folder, mistakes);

    /// <summary>At least three scripts in the medium and tone asked for. The same wording keeps its id and place in every tone.</summary>
    public IReadOnlyList<Script> Find(ScriptRequest request) => [.. _steps[request.Step].Fill(request, SlotsFor(request), _shared)];

    /// <summary>The coach's first lines after this reading, at least three to choose from.</summary>
    public IReadOnlyList<string> FirstLinesFor(ScriptRequest request) => _firstLines.For(request.Step, SlotsFor(request));

    /// <summary>The craft question, its answers and the commitments after this reading.</summary>
    public Craft CraftFor(ScriptRequest request) => _craft.For(request.Step, SlotsFor(request));

    /// <summary>What a move of a step is for; empty for one that the step does not have.</summary>
    public string MeaningOf(NextStep step, string move) => _steps[step].Moves.FirstOrDefault(m => m.Id == move)?.Means ?? "";

    /// <summary>How the words call the offer and the customer; the customer is null when what was typed is no name.</summary>
    public (string Offer, string? Customer) NamesIn(ScriptRequest request)
    {
        var customer = CustomerName.From(request.Customer, _words);
        return (OfferPhrase.From(request.Offer, customer, _words) ?? _shared.OfferUnknown, customer);
    }

    private Slots SlotsFor(ScriptRequest request)
    {
        var (offer, customer) = NamesIn(request);
        return new Slots(offer, customer, _reasons.For(request.Reason), _shared.Benefit);
    }
}
