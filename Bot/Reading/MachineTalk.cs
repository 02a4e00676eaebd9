using System.Text.RegularExpressions;
using CoachBot.Content;

namespace CoachBot.Reading;

/// <summary>Hears when a text speaks to a machine instead of telling what happened: Prompts/model/machine-talk.yaml, and marks that no talk holds.</summary>
public sealed partial class MachineTalk
{
    private const int ShortestCode = 24;

    private readonly PhraseBook _book;

    private MachineTalk(WordLists lists) => _book = new PhraseBook(lists);

    public static MachineTalk Read(ContentFolder folder, Mistakes mistakes)
    {
        ArgumentNullException.ThrowIfNull(folder);
        // What is wrong with words.yaml is reported where the rules are read.
        var talk = new MachineTalk(WordLists.Read(folder, new Mistakes()));
        foreach (var phrase in folder.Yaml("model/machine-talk.yaml", mistakes)?.Knows("phrases").Items("phrases") ?? [])
            talk._book.Add(phrase, 0);
        talk._book.Compile();
        return talk;
    }

    public bool IsIn(NoCase no)
    {
        ArgumentNullException.ThrowIfNull(no);
        return IsIn(no.Said) || IsIn(no.Why) || IsIn(no.Body) || IsIn(no.Reply) || IsIn(no.Offer);
    }

    public bool IsIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
            return false;
        if (Marks().IsMatch(text) || HoldsCode(text))
            return true;
        List<Found> found = [];
        _book.FindAll(_book.Cut(text), found);
        return found.Count > 0;
    }

    // Coded text: a long run of letters that is no word, in mixed case and with digits.
    private static bool HoldsCode(string text)
    {
        var (length, kinds) = (0, Kinds.None);
        foreach (var c in text)
        {
            var kind = c switch
            {
                >= 'a' and <= 'z' => Kinds.Small,
                >= 'A' and <= 'Z' => Kinds.Capital,
                >= '0' and <= '9' => Kinds.Digit,
                '+' or '/' or '=' or '_' or '-' => Kinds.None,
                _ => Kinds.Break,
            };
            (length, kinds) = kind == Kinds.Break ? (0, Kinds.None) : (length + 1, kinds | kind);
            if (length >= ShortestCode && kinds == (Kinds.Small | Kinds.Capital | Kinds.Digit))
                return true;
        }

        return false;
    }

    [Flags]
    private enum Kinds
    {
        None = 0,
        Small = 1,
        Capital = 2,
        Digit = 4,
        Break = 8,
    }

    // Tags and turns of a chat, keys of our own answer, code fences.
    [GeneratedRegex("""
        <\s?/?\s?(system|assistant|user|tool|instructions?|prompt|script)\b|<\||\[/?INST\]|\[(system|assistant)\]|```
        |^[^\w\n]{0,8}(system|assistant|developer|tool)\s?:
        |next_step|"(role|content|reason|confidence)"
        |\b(ask-why|answer-once|check-follow-up|honour-no|close-gracefully|support-choice)\b
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
