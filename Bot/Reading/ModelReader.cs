using System.Text.Json;
using CoachBot.Language;

namespace CoachBot.Reading;

/// <summary>Asks the language model what kind of no it was. Its answer is checked before anybody sees it, and never stands alone.</summary>
public sealed class ModelReader(LanguageModel language, ModelPrompts prompts, MachineTalk machineTalk, NoKinds kinds)
{
    private const int MostPassages = 3;
    private const int LongestPassage = 200;

    private static readonly string[] Fields = ["said", "body", "why", "reply"];

    /// <summary>What Prompts/model/reading.md may ask for.</summary>
    public static PromptForm Prompt { get; } = new(
        "reading", ["kinds"], ["offer", "channel", "said", "body", "noes", "asked_why", "why", "time_worth_it", "reply"]);

    private readonly string _instructions = prompts[Prompt.Name].Instructions(("kinds", string.Join('\n', kinds.All.Select(k => $"- {k.Step.Key()} with {k.Reason.Key()}"))));

    private static readonly string Schema = JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["type"] = "object",
        ["properties"] = new Dictionary<string, object>
        {
            ["next_step"] = new { type = "string", @enum = NextSteps.All.Select(s => s.Key()) },
            ["reason"] = new { type = "string", @enum = Reasons.All.Select(r => r.Key()) },
            ["confidence"] = new { type = "number" },
            ["evidence"] = new
            {
                type = "array",
                items = new
                {
                    type = "object",
                    properties = new { field = new { type = "string", @enum = Fields }, quote = new { type = "string" } },
                    required = (string[])["field", "quote"],
                    additionalProperties = false,
                },
            },
        },
        ["required"] = (string[])["next_step", "reason", "confidence", "evidence"],
        ["additionalProperties"] = false,
    });

    /// <summary>Whether there is a model to ask.</summary>
    public bool IsConfigured => language.IsConfigured;

    /// <summary>The model's reading, or why there is none; a fault of the service is never thrown.</summary>
    /// <exception cref="OperationCanceledException">Whoever asked gave up.</exception>
    public Task<LanguageAnswer<ModelReading>> ReadAsync(NoCase no, LanguageCaller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(no);
        if (machineTalk.IsIn(no))
            return Task.FromResult(language.KeepBack<ModelReading>(LanguagePurpose.Reading));
        var data = prompts[Prompt.Name].Data(
            ("offer", no.Offer), ("channel", no.Channel.Key()), ("said", no.Said), ("body", no.Body), ("noes", no.Noes),
            ("asked_why", no.AskedWhy), ("why", no.Why), ("time_worth_it", no.TimeWorthIt), ("reply", no.Reply));
        return language.AskAsync(new LanguageQuestion<ModelReading>(LanguagePurpose.Reading, _instructions, data, Schema, answer => Heard(no, answer)), caller, cancellationToken);
    }

    // Not one field more or less, every value one that the method knows: anything else is not what was asked for.
    private ModelReading? Heard(NoCase no, JsonElement answer)
    {
        if (!Has(answer, 4)
            || !NextSteps.TryParse(TextOf(answer, "next_step"), out var step) || !Reasons.TryParse(TextOf(answer, "reason"), out var reason)
            || !kinds.All.Any(k => k.Step == step && k.Reason == reason)
            || !answer.TryGetProperty("confidence", out var sure) || sure.ValueKind != JsonValueKind.Number || !sure.TryGetDouble(out var confidence) || confidence is not (>= 0 and <= 1)
            || !answer.TryGetProperty("evidence", out var evidence) || evidence.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        List<Passage> passages = [];
        foreach (var item in evidence.EnumerateArray())
        {
            if (!Has(item, 2) || TextOf(item, "field") is not { } field || !Fields.Contains(field) || TextOf(item, "quote") is not { } quote)
                return null;
            passages.Add(new Passage(field, quote));
        }

        return new ModelReading(step, reason, confidence, [.. passages.Where(p => IsVerbatim(no, p)).Distinct().Take(MostPassages)]);
    }

    private static bool Has(JsonElement value, int fields) => value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Count() == fields;

    private static string? TextOf(JsonElement value, string name) =>
        value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static bool IsVerbatim(NoCase no, Passage passage) =>
        !string.IsNullOrWhiteSpace(passage.Quote) && passage.Quote.Length <= LongestPassage
        && TextOf(no, passage.Field).Contains(passage.Quote, StringComparison.Ordinal);

    private static string TextOf(NoCase no, string field) => field switch
    {
        "said" => no.Said,
        "body" => no.Body,
        "why" => no.Why,
        _ => no.Reply,
    };
}
