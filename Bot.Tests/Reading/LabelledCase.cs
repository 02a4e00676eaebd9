using System.Text.Json;
using CoachBot.Content;
using CoachBot.Reading;

namespace CoachBot.Tests.Reading;

// A case of Bot.Tests/Cases/dev.jsonl with what people made of it.
public sealed record LabelledCase(NoCase Case, NextStep Label, Reason Reason)
{
    public static IReadOnlyList<LabelledCase> ReadAll() => ReadFile("dev.jsonl");

    /// <summary>Cases that nothing was learnt from and nothing was tuned on.</summary>
    public static IReadOnlyList<LabelledCase> HeldOut() => [.. ReadFile("held-out/english.jsonl"), .. ReadFile("held-out/es-fr-de.jsonl")];

    public static IReadOnlyList<LabelledCase> ReadFile(string name) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", name)).Select(Read)];

    private static LabelledCase Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        Assert.True(NextSteps.TryParse(json.RootElement.GetProperty("next_step").GetString(), out var label));
        Assert.True(Reasons.TryParse(json.RootElement.GetProperty("reason").GetString(), out var reason));
        return new LabelledCase(NoCase.Parse(json.RootElement), label, reason);
    }
}

// What the repository's own Prompts/ teaches the reader, read once.
internal static class Prompts
{
    static Prompts()
    {
        var mistakes = new Mistakes();
        var folder = new ContentFolder(Path.Combine(AppContext.BaseDirectory, "Prompts"));
        Rules = ReadingRules.Read(folder, mistakes);
        Cues = CueBook.Read(folder, mistakes);
        mistakes.ThrowIfAny();
        Reader = new NoReader(Rules, Cues);
    }

    public static ReadingRules Rules { get; }

    public static CueBook Cues { get; }

    public static NoReader Reader { get; }

    public static NoReading Read(string said, string body = "", int noes = 1, bool askedWhy = false, string why = "",
        bool worth = true, ContactChannel channel = ContactChannel.Call) =>
        Reader.Read(new NoCase(null, "maintenance plan", channel, said, body, noes, askedWhy, why, worth));
}
