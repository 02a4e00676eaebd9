using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Language;
using CoachBot.Reading;

namespace CoachBot.Scripts;

/// <summary>What came of asking for a wording.</summary>
/// <param name="Lines">The wording, if it may be shown.</param>
/// <param name="WasAsked">Whether the question has left the house.</param>
public sealed record WordingAnswer(IReadOnlyList<WordingLine>? Lines, bool WasAsked);

/// <summary>Asks the language model to word a written script for one case. <see cref="ScriptGuard"/> has the last word, and without an accepted answer the written script stands.</summary>
public sealed class ScriptWording(LanguageModel language, ModelPrompts prompts, ScriptBook scripts, ScriptGuard guard, MachineTalk machineTalk, LanguageMeter meter)
{
    private const string NameSlot = "{customer}";
    private const int MostLines = 12;

    // The words are shown in answer to a press, which Teams waits for 5 s, cards and all.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    /// <summary>What Prompts/model/wording.md may ask for.</summary>
    public static PromptForm Prompt { get; } = new("wording", [], ["medium", "reason", "offer", "name", "said", "why", "lines"]);

    /// <summary>Whether there is a model to ask.</summary>
    public bool IsConfigured => language.IsConfigured;

    /// <summary>A fingerprint of everything that a wording hangs on.</summary>
    public string FingerprintOf(ScriptRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var all = JsonSerializer.SerializeToUtf8Bytes(new { request = request with { Tone = Tone.Base }, lines = ScriptGuard.OpenLines(Written(request)) });
        return Convert.ToHexStringLower(SHA256.HashData(all).AsSpan(0, 16));
    }

    /// <summary>The written script with the wording in its lines.</summary>
    public Script Worded(ScriptRequest request, IReadOnlyList<WordingLine> wording)
    {
        var written = Written(request);
        return written with { ByModel = true, Lines = [.. written.Lines.Select(l => wording.FirstOrDefault(w => w.Move == l.Move) is { } line ? l with { Text = line.Text } : l)] };
    }

    /// <summary>Asks for a wording of the first written script; a fault of the service is never thrown.</summary>
    /// <exception cref="OperationCanceledException">Whoever asked gave up.</exception>
    public async Task<WordingAnswer> AskAsync(ScriptRequest request, LanguageCaller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var answer = machineTalk.IsIn(request.Said) || machineTalk.IsIn(request.Why) || machineTalk.IsIn(request.Offer)
            ? language.KeepBack<IReadOnlyList<WordingLine>>(LanguagePurpose.Wording)
            : await language.AskAsync(QuestionFor(request), caller, cancellationToken);
        if (answer.Value is not { } lines)
            return new(null, answer.WhyNot?.WasSent() is true);
        var wording = Named(request, lines);
        if (guard.Check(request, Written(request), wording) is not { } why)
            return new(wording, WasAsked: true);
        meter.Refused(LanguagePurpose.Wording, why);
        return new(null, WasAsked: true);
    }

    // Who the customer is does not go out: where the name would stand, the model writes the slot.
    private LanguageQuestion<IReadOnlyList<WordingLine>> QuestionFor(ScriptRequest request)
    {
        var lines = ScriptGuard.OpenLines(Written(request with { Customer = "" }));
        var data = prompts[Prompt.Name].Data(
            ("medium", request.Medium == Medium.Message ? "message" : "speaking"), ("reason", request.Reason.Key()), ("offer", scripts.NamesIn(request).Offer),
            ("name", scripts.NamesIn(request).Customer is null ? "" : NameSlot), ("said", request.Said), ("why", request.Why),
            ("lines", new JsonArray([.. lines.Select(l => new JsonObject { ["move"] = l.Move, ["means"] = scripts.MeaningOf(request.Step, l.Move), ["text"] = l.Text })])));
        return new(LanguagePurpose.Wording, prompts[Prompt.Name].Instructions(), data, SchemaFor(lines), Heard) { Within = Longest };
    }

    private List<WordingLine> Named(ScriptRequest request, IReadOnlyList<WordingLine> lines)
    {
        var name = scripts.NamesIn(request).Customer;
        return [.. lines.Select(l => l with { Text = (name is null ? l.Text : l.Text.Replace(NameSlot, name, StringComparison.Ordinal)).Trim().Normalize(NormalizationForm.FormC) })];
    }

    private static string SchemaFor(IReadOnlyList<WordingLine> lines) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["type"] = "object",
        ["properties"] = new
        {
            lines = new
            {
                type = "array",
                items = new
                {
                    type = "object",
                    properties = new { move = new { type = "string", @enum = lines.Select(l => l.Move) }, text = new { type = "string" } },
                    required = (string[])["move", "text"],
                    additionalProperties = false,
                },
            },
        },
        ["required"] = (string[])["lines"],
        ["additionalProperties"] = false,
    });

    private static List<WordingLine>? Heard(JsonElement answer)
    {
        if (!Has(answer, 1) || !answer.TryGetProperty("lines", out var lines) || lines.ValueKind != JsonValueKind.Array || lines.GetArrayLength() > MostLines)
            return null;
        List<WordingLine> heard = [];
        foreach (var line in lines.EnumerateArray())
        {
            if (!Has(line, 2) || TextOf(line, "move") is not { } move || TextOf(line, "text") is not { } text)
                return null;
            heard.Add(new WordingLine(move, text));
        }

        return heard;
    }

    private static bool Has(JsonElement value, int fields) => value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Count() == fields;

    private static string? TextOf(JsonElement value, string name) =>
        value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private Script Written(ScriptRequest request) => scripts.Find(request with { Tone = Tone.Base })[0];
}
