using System.ComponentModel.DataAnnotations;

namespace CoachBot.Language;

/// <summary>The settings under AzureOpenAI: which model is asked, and how much of it. Without an endpoint none is, and nothing else changes.</summary>
public sealed record LanguageOptions : IValidatableObject
{
    public const string Section = "AzureOpenAI";

    // A sign-in without a key sends a token of the program's own identity: to nobody but Azure.
    private static readonly string[] AzureHosts = [".openai.azure.com", ".cognitiveservices.azure.com", ".services.ai.azure.com"];

    /// <summary>The resource's address, or the base address of any other service that speaks the same protocol.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The deployment's name; elsewhere than at Azure, the model's.</summary>
    public string? Deployment { get; init; }

    /// <summary>The key; without one the program signs in as itself (a managed identity, or who is signed in to the Azure CLI).</summary>
    public string? ApiKey { get; init; }

    /// <summary>Passed on to a model that thinks before it answers; most of those miss the budget with more than "low".</summary>
    [RegularExpression("^(none|minimal|low|medium|high)$", ErrorMessage = "AzureOpenAI:ReasoningEffort is none, minimal, low, medium or high, for example AzureOpenAI__ReasoningEffort=low.")]
    public string? ReasoningEffort { get; init; }

    /// <summary>The longest that a person waits for the model, every retry included.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5000000", "00:00:30", ErrorMessage = "AzureOpenAI:Budget is between half a second and 30 seconds, for example AzureOpenAI__Budget=00:00:04.")]
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(4);

    [Range(0, 1_000_000, ErrorMessage = "AzureOpenAI:PersonADay is how often a day the model is asked for one person, for example AzureOpenAI__PersonADay=200.")]
    public int PersonADay { get; init; } = 200;

    [Range(0, 100_000_000, ErrorMessage = "AzureOpenAI:TenantADay is how often a day the model is asked for one tenant, for example AzureOpenAI__TenantADay=5000.")]
    public int TenantADay { get; init; } = 5000;

    /// <summary>The longest prompt that is sent, in characters, instructions included.</summary>
    [Range(1_000, 1_000_000, ErrorMessage = "AzureOpenAI:PromptCharacters is the longest prompt that is sent, for example AzureOpenAI__PromptCharacters=20000.")]
    public int PromptCharacters { get; init; } = 20_000;

    /// <summary>The longest answer that is listened to, in characters.</summary>
    [Range(100, 100_000, ErrorMessage = "AzureOpenAI:AnswerCharacters is the longest answer that is listened to, for example AzureOpenAI__AnswerCharacters=8000.")]
    public int AnswerCharacters { get; init; } = 8_000;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Endpoint);

    public bool HasKey => !string.IsNullOrWhiteSpace(ApiKey);

    /// <summary>Where the protocol's v1 begins; Azure's portal shows the resource's address without it.</summary>
    /// <exception cref="InvalidOperationException">No model is configured.</exception>
    public Uri BaseAddress()
    {
        var address = Parsed() ?? throw new InvalidOperationException("No model is configured.");
        return IsAzure(address) && address.AbsolutePath == "/" ? new Uri(address, "openai/v1/") : address;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsConfigured)
        {
            if (HasKey || !string.IsNullOrWhiteSpace(Deployment))
                yield return new("AzureOpenAI:Endpoint is missing beside the other settings of the model, for example AzureOpenAI__Endpoint=https://NAME.openai.azure.com/.");
            yield break;
        }

        if (string.IsNullOrWhiteSpace(Deployment))
            yield return new("AzureOpenAI:Deployment is missing: the name that the model was deployed under, for example AzureOpenAI__Deployment=gpt-4.1-mini.");
        if (Parsed() is not { } address)
            yield return new("AzureOpenAI:Endpoint must be a plain https address (http only on this machine), without user, query or fragment, for example AzureOpenAI__Endpoint=https://NAME.openai.azure.com/.");
        else if (!HasKey && !IsAzure(address))
            yield return new("AzureOpenAI:ApiKey is missing: signing in without a key is for Azure's own addresses (*.openai.azure.com and its kin). For a service that wants no key any word will do, for example AzureOpenAI__ApiKey=none.");
    }

    private static bool IsAzure(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && AzureHosts.Any(host => address.IdnHost.EndsWith(host, StringComparison.OrdinalIgnoreCase));

    private Uri? Parsed() =>
        Uri.TryCreate(Endpoint?.Trim(), UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && Channels.ServiceHosts.IsThisMachine(address)))
            ? address
            : null;
}
