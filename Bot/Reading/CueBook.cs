using CoachBot.Content;

namespace CoachBot.Reading;

/// <summary>The observable cues of Prompts/cues/, in the order of the files.</summary>
public sealed class CueBook
{
    private CueBook(IReadOnlyList<Cue> cues) => All = cues;

    public IReadOnlyList<Cue> All { get; }

    public static CueBook Read(ContentFolder folder, Mistakes mistakes) => new([]);

    public Cue? Find(string id) => All.FirstOrDefault(c => c.Id == id);

    /// <summary>The cues that can be observed there.</summary>
    public IReadOnlyList<Cue> For(ContactChannel channel) => [.. All.Where(c => c.Channels.Contains(channel))];

    /// <summary>The cues that a text speaks of, in its order.</summary>
    public IReadOnlyList<Cue> FindIn(string freeText) => [.. All.Where(c => freeText.Contains(c.Says, StringComparison.OrdinalIgnoreCase))];
}
