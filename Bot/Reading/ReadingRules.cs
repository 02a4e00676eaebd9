using CoachBot.Content;

namespace CoachBot.Reading;

/// <summary>The word lists of Prompts/reading/, compiled once: what people say for each kind of no.</summary>
public sealed class ReadingRules
{
    private static readonly string[] OtherFiles = ["reading/words.yaml", "reading/doubts.yaml", "reading/facts.yaml", "reading/kinds.yaml"];
    private readonly List<ReadingRule?> _byMeaning = [];
    private readonly List<ReadingRule> _rules = [];
    private readonly PhraseBook _book;
    private readonly Dictionary<string, string> _means = new(StringComparer.Ordinal);

    private ReadingRules(WordLists lists) => _book = new PhraseBook(lists);

    /// <summary>The questions to ask when two next steps are close.</summary>
    public IReadOnlyList<DoubtWords> Doubts { get; private set; } = [];

    /// <summary>Whether what met this rule is a date, or an event that makes one.</summary>
    public bool IsDate(string ruleKey) => ruleKey == DateNamed || _rules.Exists(r => r.Key == ruleKey && r.Signal == Signal.LaterDate);

    /// <summary>The rule that stands behind a date which no phrase knows.</summary>
    internal const string DateNamed = "learnt.date-named";

    internal int AsideMeaning { get; private set; }

    internal WordFamilies Families { get; private set; } = null!;

    internal Spellings Spellings { get; private set; } = null!;

    internal LearntWeights Weights { get; private set; } = null!;

    internal AddedExamples Examples { get; private set; } = null!;

    public static ReadingRules Read(ContentFolder folder, Mistakes mistakes) => Read(folder, mistakes, withWeights: true);

    internal static ReadingRules Read(ContentFolder folder, Mistakes mistakes, bool withWeights)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var lists = WordLists.Read(folder, mistakes);
        var rules = new ReadingRules(lists)
        {
            Spellings = lists.Spellings,
            Families = WordFamilies.Read(folder, mistakes),
            Weights = withWeights ? LearntWeights.Read(folder, mistakes) : LearntWeights.None,
            Examples = AddedExamples.Read(folder, lists, mistakes),
        };
        rules.AsideMeaning = rules.NewMeaning(null);
        foreach (var file in folder.YamlFiles("reading", mistakes).Where(f => !OtherFiles.Contains(f.File)))
            rules.ReadSignal(file);
        rules.Doubts = DoubtWords.Read(folder, mistakes);
        foreach (var (key, means) in folder.Yaml("reading/facts.yaml", mistakes)?.Entries() ?? [])
            rules._means[key] = means.AsText();
        rules._book.Compile();
        return rules;
    }

    /// <summary>What a rule stands for, in words for a rep; null for a key that no rule has.</summary>
    public string? Means(string ruleKey) => _means.GetValueOrDefault(ruleKey);

    /// <summary>Every phrase found in what was told, guards applied, in the order of the text; and the sentences that talk to a machine.</summary>
    internal void Find(Fields field, string text, List<Hit> into, List<Aside> asides)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        var told = _book.Cut(text);
        var found = new List<Found>();
        _book.FindAll(told, found);
        for (var at = 0; at < found.Count; at++)
        {
            if (found[at].Meaning == AsideMeaning)
            {
                var (from, to) = told.Sentence(found[at].From);
                asides.Add(new Aside(field, from, to));
            }
            else if (_byMeaning[found[at].Meaning] is { } rule && rule.Fields.HasFlag(field) && !Met(rule, field, into) && Counts(rule, told, at, found))
            {
                into.Add(new Hit(rule, field, told, found[at]));
            }
        }
    }

    // Once in a field is enough.
    private static bool Met(ReadingRule rule, Fields field, List<Hit> hits)
    {
        foreach (var hit in hits)
        {
            if (hit.Rule == rule && hit.Field == field)
                return true;
        }

        return false;
    }

    // Not where a guard overlaps it, and not inside an instruction to a machine: that is only something that a customer said.
    private bool Counts(ReadingRule rule, ToldText told, int at, List<Found> found)
    {
        var match = found[at];
        for (var i = at; i >= 0 && found[i].From > match.From - Found.Longest; i--)
        {
            if (Speaks(against: found[i]))
                return false;
        }

        for (var i = at + 1; i < found.Count && found[i].From < match.To + Found.Longest; i++)
        {
            if (Speaks(against: found[i]))
                return false;
        }

        return true;

        bool Speaks(Found against) =>
            (rule.Guards.Contains(against.Meaning) && against.Overlaps(match)) || (against.Meaning == AsideMeaning && told.SameSentence(against.From, match.From));
    }

    private void ReadSignal(YamlPart file)
    {
        if (file.Optional("aside") is not null)
        {
            foreach (var phrase in file.Knows("aside").Items("aside"))
                _book.Add(phrase, AsideMeaning);
            return;
        }

        file.Knows("signal", "means", "unless", "rules");
        var key = file.Text("signal");
        if (!SignalKeys.TryParse(key, out var signal))
            file.Mistake($"a signal is one of {SignalKeys.Known}, not '{key}'");
        var shared = Guard(file);
        foreach (var part in file.Items("rules"))
            ReadRule(part, signal, file.Text("means"), shared);
    }

    private void ReadRule(YamlPart part, Signal signal, string means, int shared)
    {
        var own = Guard(part);
        var rule = ReadingRule.Read(part, signal, means) with { Guards = [.. new[] { shared, own }.Where(g => g >= 0)] };
        if (!_means.TryAdd(rule.Key, rule.Means))
            part.Mistake($"there are two rules '{rule.Key}'");
        _rules.Add(rule);
        var meaning = NewMeaning(rule);
        foreach (var phrase in part.Items("phrases"))
            _book.Add(phrase, meaning);
    }

    private int Guard(YamlPart part)
    {
        if (part.Optional("unless") is null)
            return -1;
        var meaning = NewMeaning(null);
        foreach (var phrase in part.OptionalItems("unless"))
            _book.Add(phrase, meaning);
        return meaning;
    }

    private int NewMeaning(ReadingRule? rule)
    {
        _byMeaning.Add(rule);
        return _byMeaning.Count - 1;
    }
}
