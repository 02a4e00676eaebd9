using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace CoachBot.Reading;

// A line of a file of cases: the case, and where it stands beside it, what people made of it.
internal sealed record CaseLine(NoCase Case, StepAndReason? Answer, bool Hard)
{
    private const int LongestReason = 200;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Null, with the reason in plain words, if it is no case.</summary>
    public static CaseLine? Read(InputLine line, out string wrong)
    {
        wrong = "";
        try
        {
            if (line.TooLong)
                throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"it is longer than {CaseLines.Longest / 1024} KiB"));
            if (!Utf8.IsValid(line.Text.Span))
                throw new JsonException("it is not UTF-8");
            using var json = JsonDocument.Parse(line.Text, Strict);
            return new CaseLine(NoCase.Parse(json.RootElement), AnswerIn(json.RootElement), IsHard(json.RootElement));
        }
        catch (JsonException e)
        {
            wrong = Plain(e);
        }
        catch (InvalidOperationException)
        {
            // JSON can spell a half of a letter that takes two (\ud83d alone); no text can hold it.
            wrong = "a text holds half a letter, such as \\ud83d without its other half";
        }

        return null;
    }

    private static StepAndReason? AnswerIn(JsonElement json) =>
        IsNull(json, "next_step") || IsNull(json, "reason") ? null : CaseAnswer.Parse(json);

    private static bool IsNull(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Null;

    private static bool IsHard(JsonElement json)
    {
        if (!json.TryGetProperty("hard", out var hard) || hard.ValueKind is JsonValueKind.Null or JsonValueKind.False)
            return false;
        return hard.ValueKind == JsonValueKind.True ? true : throw new JsonException("'hard' is true or false");
    }

    // What the parser says is for programmers; of what we say, a value from the line may be part.
    private static string Plain(JsonException e)
    {
        if (e.BytePositionInLine is { } at)
            return string.Create(CultureInfo.InvariantCulture, $"it is not JSON (look at byte {at + 1})");
        if (e.Message.StartsWith("Duplicate property", StringComparison.Ordinal))
            return "a field stands in it twice";
        var reason = string.Concat(e.Message.Take(LongestReason).Select(c => char.IsControl(c) ? ' ' : c));
        return reason.Length < e.Message.Length ? reason + "…" : reason;
    }
}
