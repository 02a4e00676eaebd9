using System.ComponentModel.DataAnnotations;

namespace CoachBot.Channels;

/// <summary>Who this bot is to Teams: the conventional settings of an Azure Bot, from the environment or appsettings.json.</summary>
public sealed record ChannelSettings : IValidatableObject
{
    private const string AGuid = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";
    private const string AnId = "for example 0a1b2c3d-1111-4222-8333-444455556666";

    [RegularExpression("^(?i)(SingleTenant|UserAssignedMSI)$", ErrorMessage = "MicrosoftAppType must be SingleTenant or UserAssignedMSI, for example MicrosoftAppType=SingleTenant.")]
    public string? MicrosoftAppType { get; init; }

    [RegularExpression(AGuid, ErrorMessage = "MicrosoftAppId must be the app registration's id, " + AnId + ".")]
    public string? MicrosoftAppId { get; init; }

    [RegularExpression(AGuid, ErrorMessage = "MicrosoftAppTenantId must be the tenant's id, " + AnId + ".")]
    public string? MicrosoftAppTenantId { get; init; }

    public string? MicrosoftAppPassword { get; init; }

    /// <summary>Where a person's browser reaches this program, for the link by which they take their data along; without it there is no such link, but on this machine.</summary>
    [RegularExpression(@"^https://[A-Za-z0-9.-]+(:\d{1,5})?(/[A-Za-z0-9._~/-]*)?$", ErrorMessage = "PublicUrl must be the https address under which this program is reached, without query, for example PublicUrl=https://coach.example.com.")]
    public string? PublicUrl { get; init; }

    public bool HasCredentials => !string.IsNullOrWhiteSpace(MicrosoftAppId);

    private bool HasPassword => !string.IsNullOrWhiteSpace(MicrosoftAppPassword);

    private bool IsManagedIdentity => string.Equals(MicrosoftAppType, "UserAssignedMSI", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!HasCredentials)
        {
            if (HasPassword || !string.IsNullOrWhiteSpace(MicrosoftAppTenantId) || !string.IsNullOrWhiteSpace(MicrosoftAppType))
                yield return new("MicrosoftAppId is missing beside the other credentials, " + AnId + ".");
            yield break;
        }

        if (string.IsNullOrWhiteSpace(MicrosoftAppType))
            yield return new("MicrosoftAppType is missing: SingleTenant (with MicrosoftAppPassword) or UserAssignedMSI (without), for example MicrosoftAppType=SingleTenant.");
        if (string.IsNullOrWhiteSpace(MicrosoftAppTenantId))
            yield return new("MicrosoftAppTenantId is missing, " + AnId + ".");
        if (!IsManagedIdentity && !HasPassword)
            yield return new("MicrosoftAppPassword is missing: the app registration's client secret, best given as an environment variable, for example MicrosoftAppPassword=…");
        if (IsManagedIdentity && HasPassword)
            yield return new("MicrosoftAppPassword must not be set with MicrosoftAppType=UserAssignedMSI: a managed identity has no secret.");
    }
}
