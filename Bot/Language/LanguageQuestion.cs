using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoachBot.Language;

/// <summary>What the model is asked for; a word for the meters.</summary>
public enum LanguagePurpose { Reading, Wording }

/// <summary>For whom the model is asked: counted against the day's allowance, never sent.</summary>
public sealed record LanguageCaller(string Tenant, string Person);

/// <summary>One question to the model.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Instructions">Our own words, a filled <see cref="ModelPrompt"/>; nothing that a person wrote stands in them.</param>
/// <param name="Data">What people wrote: it goes in a message of its own, as JSON.</param>
/// <param name="Schema">The strict JSON schema of the answer.</param>
/// <param name="Read">Makes something of the answer, and checks it: null if it is not what was asked for.</param>
public sealed record LanguageQuestion<T>(LanguagePurpose Purpose, string Instructions, JsonObject Data, string Schema, Func<JsonElement, T?> Read)
    where T : class
{
    /// <summary>The longest wait for this one, where it is shorter than the budget.</summary>
    public TimeSpan? Within { get; init; }
}

/// <summary>The whole answer, or why there is none; never both.</summary>
/// <param name="Value">What was made of the answer.</param>
/// <param name="WhyNot">Why there is none.</param>
/// <param name="Unfiltered">The service says that its content filter failed to look at this answer.</param>
public sealed record LanguageAnswer<T>(T? Value, WhyNoAnswer? WhyNot, bool Unfiltered = false)
    where T : class;
