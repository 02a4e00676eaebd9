using CoachBot.Content;
using CoachBot.Reading;

namespace CoachBot.Scripts;

// Prompts/scripts/shared.yaml: what every next step's words draw on.
internal sealed class SharedLines
{
    public const string File = "scripts/shared.yaml";
    public const string AcknowledgeKey = "acknowledge";

    private readonly Dictionary<Tone, Frame> _greetings = [];
    private readonly Dictionary<(Medium, Tone), IReadOnlyList<Frame>> _acknowledge = [];

    public string OfferUnknown { get; private init; } = "";

    public string Benefit { get; private init; } = "";

    public Frame Greeting(Tone tone) => _greetings[tone];

    // Each wording of a medium has its own, so that they do not all begin alike.
    public Frame? Acknowledge(Medium medium, Tone tone, int place) =>
        _acknowledge[(medium, tone)] is { Count: > 0 } lines ? lines[place % lines.Count] : null;

    public static SharedLines Read(ContentFolder folder, Mistakes mistakes)
    {
        if (folder.Yaml(File, mistakes)?.Knows("offer-unknown", "benefit", "greetings", AcknowledgeKey) is not { } file)
            return new SharedLines();
        var shared = new SharedLines { OfferUnknown = file.Text("offer-unknown"), Benefit = file.Text("benefit") };
        var greetings = file.Required("greetings")?.Knows("base", "shorter", "warmer", "plainer");
        var acknowledge = file.Required(AcknowledgeKey)?.Knows("speaking", "message");
        foreach (var tone in Enum.GetValues<Tone>())
        {
            if (greetings?.Required(Key(tone)) is { } greeting)
                shared._greetings[tone] = Say.ReadFrame(greeting, Check);
            foreach (var medium in Enum.GetValues<Medium>())
            {
                var lines = acknowledge?.Required(Key(medium))?.Knows("base", "shorter", "warmer", "plainer").Items(Key(tone)) ?? [];
                shared._acknowledge[(medium, tone)] = [.. lines.Select(l => Say.ReadFrame(l, Check))];
            }
        }

        return shared;
    }

    // These lines also open an honour-no, so they keep to what binds there.
    private static void Check(YamlPart part, string text) => Promises.Check(NextStep.HonourNo, part, text);

    private static string Key<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
