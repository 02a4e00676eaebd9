using System.Text.Json;

namespace CoachBot.Reading;

// What people made of a case, where a file of cases holds it.
internal static class CaseAnswer
{
    /// <summary>Null where the case holds no answer.</summary>
    /// <exception cref="JsonException">There is an answer, but no such step or reason.</exception>
    public static StepAndReason? Parse(JsonElement json)
    {
        if (!json.TryGetProperty("next_step", out var step) || !json.TryGetProperty("reason", out var reason))
            return null;
        if (step.ValueKind != JsonValueKind.String || !NextSteps.TryParse(step.GetString(), out var parsed))
            throw new JsonException($"'next_step' is one of {string.Join(", ", NextSteps.All.Select(s => s.Key()))}");
        if (reason.ValueKind != JsonValueKind.String || !Reasons.TryParse(reason.GetString(), out var because))
            throw new JsonException($"'reason' is one of {string.Join(", ", Reasons.All.Select(r => r.Key()))}");
        return new StepAndReason(parsed, because);
    }
}
