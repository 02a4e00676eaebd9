using CoachBot.Content;
using CoachBot.Reading;

namespace CoachBot.Scripts;

// Prompts/scripts/reasons.yaml: how a reason is named inside a sentence.
internal sealed class ReasonBook
{
    public const string File = "scripts/reasons.yaml";

    private readonly Dictionary<Reason, ReasonWords> _words = [];

    public ReasonWords For(Reason reason) => _words[reason];

    public static ReasonBook Read(ContentFolder folder, Mistakes mistakes)
    {
        var book = new ReasonBook();
        var file = folder.Yaml(File, mistakes)?.Knows([.. Reasons.All.Select(r => r.Key()), Circumstances.Otherwise]);
        var otherwise = file?.Required(Circumstances.Otherwise)?.Knows("answer").Text("answer") ?? "";
        foreach (var reason in Reasons.All)
        {
            var part = file?.Required(reason.Key())?.Knows("noun", "told", "answer");
            book._words[reason] = new ReasonWords(part?.OptionalText("noun"), part?.OptionalText("told"), part?.OptionalText("answer") ?? otherwise);
        }

        return book;
    }
}

// Null where the reason is better left out of the sentence.
internal sealed record ReasonWords(string? Noun, string? Told, string Answer);
