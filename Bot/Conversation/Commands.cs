using CoachBot.Content;

namespace CoachBot.Conversation;

/// <summary>What a person can say at any time, whatever was asked.</summary>
public enum Command
{
    Hi,
    Help,
    Cancel,
    Back,
    StartOver,
    Debrief,
    Form,
    TheyAnswered,
    CameBack,
    FollowUps,
    StopMessages,
    PauseMessages,
    ResumeMessages,
    MyHours,
    MyData,
    ExportMyData,
    DeleteMyData,
}

/// <summary>
/// The commands and turns of phrase of Prompts/phrases/commands.yaml.
/// A command counts only when it is the whole message: an answer that happens to hold the word stays an answer.
/// </summary>
public sealed class Commands
{
    private static readonly Dictionary<string, Command> Names = new()
    {
        ["hi"] = Command.Hi,
        ["help"] = Command.Help,
        ["cancel"] = Command.Cancel,
        ["back"] = Command.Back,
        ["start-over"] = Command.StartOver,
        ["debrief"] = Command.Debrief,
        ["form"] = Command.Form,
        ["they-answered"] = Command.TheyAnswered,
        ["came-back"] = Command.CameBack,
        ["follow-ups"] = Command.FollowUps,
        ["stop-messages"] = Command.StopMessages,
        ["pause-messages"] = Command.PauseMessages,
        ["resume-messages"] = Command.ResumeMessages,
        ["my-hours"] = Command.MyHours,
        ["my-data"] = Command.MyData,
        ["export-my-data"] = Command.ExportMyData,
        ["delete-my-data"] = Command.DeleteMyData,
    };

    private const int LongestLead = 80;

    private readonly Dictionary<string, Command> _byPhrase = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _buttons = [];
    private readonly HashSet<string> _ownNames = [];
    private readonly HashSet<string> _skips;
    private readonly HashSet<string> _nothings;
    private readonly HashSet<string> _questionsBack;
    private readonly IReadOnlyList<string> _corrections;
    private readonly IReadOnlyList<string> _goingOn;
    private readonly IReadOnlyList<string> _argued;

    private Commands(YamlPart file)
    {
        file.Knows("commands", "skips", "nothings", "questions-back", "corrections", "going-on", "argued", "buttons");
        foreach (var (button, phrases) in file.Required("buttons")?.Entries() ?? [])
            _buttons[button] = [.. phrases.AsItems().Select(p => Key(p.AsText()))];
        foreach (var (name, phrases) in file.Required("commands")?.Entries() ?? [])
        {
            if (!Names.TryGetValue(name, out var command))
                phrases.Mistake($"'{name}' is no command; known are {string.Join(", ", Names.Keys)}");
            _ownNames.UnionWith(phrases.AsItems().Take(1).Select(p => Key(p.AsText())));
            foreach (var phrase in phrases.AsItems())
            {
                if (!_byPhrase.TryAdd(Key(phrase.AsText()), command))
                    phrase.Mistake($"'{phrase.AsText()}' is there twice");
            }
        }

        foreach (var missing in Names.Where(n => !_byPhrase.ContainsValue(n.Value)))
            file.Mistake($"the command '{missing.Key}' has no phrase");
        _skips = [.. file.Texts("skips").Select(Key)];
        _nothings = [.. file.Texts("nothings").Select(Key)];
        _questionsBack = [.. file.Texts("questions-back").Select(Key)];
        _corrections = LongestFirst(file.Texts("corrections"));
        _goingOn = LongestFirst(file.Texts("going-on"));
        _argued = LongestFirst(file.Texts("argued"));
    }

    public static Commands? Read(ContentFolder folder, Mistakes mistakes) =>
        folder.Yaml("phrases/commands.yaml", mistakes) is { } file ? new Commands(file) : null;

    /// <summary>The command that a message is; while a customer is being quoted only the command's own name counts, as "not now" may be the quote.</summary>
    public Command? Find(string? text, bool quoting = false)
    {
        var key = Key(text);
        return _byPhrase.TryGetValue(key, out var command) && (!quoting || _ownNames.Contains(key)) ? command : null;
    }

    public bool IsSkip(string? text) => _skips.Contains(Key(text));

    public bool IsNothing(string? text) => _nothings.Contains(Key(text));

    public bool IsQuestionBack(string? text) => _questionsBack.Contains(Key(text));

    /// <summary>What may be typed instead of tapping a button.</summary>
    public IReadOnlyList<string> Typed(string button) => _buttons.TryGetValue(button, out var phrases) ? phrases : [];

    /// <summary>Whether a rep's account of what they said back speaks of explaining, defending or hinting at a wrong choice.</summary>
    public bool SpeaksOfArguing(string? text)
    {
        var normal = TypedText.Normalize(text);
        return _argued.Any(phrase => TypedText.Holds(normal, phrase));
    }

    /// <summary>What follows "actually it was …" and the like, normalized; null if the text does not correct anything.</summary>
    public string? Correction(string? text) => After(_corrections, text);

    /// <summary>What follows "I asked, she said …" and the like, in the person's own words; null if the text does not take a case up.</summary>
    public string? GoingOn(string? text)
    {
        if (text is null || After(_goingOn, text) is not { } rest)
            return null;
        // The rest was found in normalized text; this finds the same words as they were typed, just after the short lead.
        for (var at = 1; at < Math.Min(text.Length, LongestLead); at++)
        {
            if (!char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]) && TypedText.Normalize(text[at..]) == rest)
                return text[at..].Trim(' ', ',', ':', '"', '“', '”');
        }

        return rest;
    }

    private static string? After(IReadOnlyList<string> leads, string? text)
    {
        var normal = TypedText.Normalize(text);
        foreach (var lead in leads)
        {
            if (normal.StartsWith(lead, StringComparison.Ordinal) && normal.Length > lead.Length && normal[lead.Length] == ' ')
                return normal[(lead.Length + 1)..];
        }

        return null;
    }

    private static IReadOnlyList<string> LongestFirst(IReadOnlyList<string> phrases) =>
        [.. phrases.Select(TypedText.Normalize).OrderByDescending(p => p.Length)];

    // "?" and "-" are words here, though they are all punctuation.
    private static string Key(string? text) => TypedText.Normalize(text) is { Length: > 0 } normal ? normal : text?.Trim() ?? "";
}
