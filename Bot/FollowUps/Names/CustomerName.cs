namespace CoachBot.FollowUps.Names;

// An alias made ready for comparing: everything here follows from its key.
internal sealed class CustomerName(string key, bool isNobody, NameWord[] words)
{
    public string Key { get; } = key;

    public bool IsNobody { get; } = isNobody;

    public NameWord[] Words { get; } = words;

    public int Letters { get; } = words.Sum(w => w.Text.Length);

    /// <summary>The words without what lies between them: "annemarie" for "Anne Marie".</summary>
    public string Joined => field ??= string.Concat(Words.Select(w => w.Text));

    /// <summary>The first letters of its words: "jp" for "Jean-Pierre".</summary>
    public string Initials => field ??= string.Concat(Words.Select(w => w.Text[0]));
}

// A word of a name, with what it is compared by.
internal sealed class NameWord(string text, int[] groups)
{
    public string Text { get; } = text;

    /// <summary>The groups of short names that it is in.</summary>
    public int[] Groups { get; } = groups;

    /// <summary>As it sounds, whatever way it is spelled.</summary>
    public string Sound => field ??= SoundForm.Of(Text);

    public bool IsNumber { get; } = !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    // One bit for each letter: two words whose sets differ by many are no typo of each other.
    public ulong LetterSet { get; } = SetOf(text);

    private static ulong SetOf(string text)
    {
        var set = 0UL;
        foreach (var c in text)
            set |= 1UL << (c & 63);
        return set;
    }
}
