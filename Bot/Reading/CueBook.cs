using CoachBot.Content;

namespace CoachBot.Reading;

/// <summary>The observable cues of Prompts/cues/, in the order of the files.</summary>
public sealed class CueBook
{
    private readonly List<Cue> _cues = [];
    private readonly HashSet<string> _openDisplays = new(StringComparer.Ordinal);
    private readonly PhraseBook _book;
    // A cue has two meanings in the book: itself, and the guard against it.
    private readonly List<(Cue? Cue, int Guard)> _byMeaning = [];

    private CueBook(WordLists lists) => _book = new PhraseBook(lists);

    public IReadOnlyList<Cue> All => _cues;

    public static CueBook Read(ContentFolder folder, Mistakes mistakes)
    {
        ArgumentNullException.ThrowIfNull(folder);
        // What is wrong with words.yaml is reported where the rules are read.
        var book = new CueBook(WordLists.Read(folder, new Mistakes()));
        foreach (var (id, part) in folder.YamlFiles("cues", mistakes).SelectMany(f => f.Entries()))
            book.Add(id, part);
        book._book.Compile();
        return book;
    }

    public Cue? Find(string id) => _cues.Find(c => c.Id == id);

    /// <summary>The cues that can be observed there.</summary>
    public IReadOnlyList<Cue> For(ContactChannel channel) => [.. _cues.Where(c => c.Channels.Contains(channel))];

    /// <summary>The cues that a text speaks of, in its order, each once.</summary>
    public IReadOnlyList<Cue> FindIn(string freeText) => [.. Sightings(freeText).Select(s => s.Cue).Distinct()];

    internal bool IsOpenDisplay(Cue cue) => _openDisplays.Contains(cue.Id);

    internal IEnumerable<Sighting> Sightings(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var told = _book.Cut(text);
        var found = new List<Found>();
        _book.FindAll(told, found);
        return found.Where(f => _byMeaning[f.Meaning].Cue is not null && !found.Exists(g => g.Meaning == _byMeaning[f.Meaning].Guard && g.Overlaps(f)))
            .Select(f => new Sighting(_byMeaning[f.Meaning].Cue!, told.Quote(f.From, f.To)));
    }

    private void Add(string id, YamlPart part)
    {
        part.Knows("says", "group", "channels", "open-display", "innocent", "words", "unless");
        if (!CueGroups.TryParse(part.Text("group"), out var group))
            part.Mistake($"a group is one of {string.Join(", ", CueGroups.All.Select(g => g.Key()))}");
        if (Find(id) is not null)
            part.Mistake($"there are two cues '{id}'");
        var cue = new Cue(id, part.Text("says"), group, [.. part.Items("channels").Select(Channel)], part.Texts("innocent"));
        if (cue.InnocentExplanations.Count < 2)
            part.Mistake("a cue has two innocent explanations or more");
        _cues.Add(cue);
        if (part.Flag("open-display"))
            _openDisplays.Add(id);
        AddPhrases(cue, part);
    }

    private void AddPhrases(Cue cue, YamlPart part)
    {
        var meaning = _byMeaning.Count;
        _byMeaning.Add((cue, meaning + 1));
        _byMeaning.Add((null, -1));
        foreach (var phrase in part.Items("words"))
            _book.Add(phrase, meaning);
        if (part.Optional("says") is { } says)
            _book.Add(says, meaning);
        foreach (var phrase in part.OptionalItems("unless"))
            _book.Add(phrase, meaning + 1);
    }

    private static ContactChannel Channel(YamlPart part)
    {
        if (!ContactChannels.TryParse(part.AsText(), out var channel))
            part.Mistake($"a channel is one of {string.Join(", ", ContactChannels.All.Select(c => c.Key()))}");
        return channel;
    }
}

// A cue that a text speaks of, and the words that say so.
internal sealed record Sighting(Cue Cue, string Quote);
