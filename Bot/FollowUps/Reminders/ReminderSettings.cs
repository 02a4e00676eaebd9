using System.ComponentModel.DataAnnotations;

namespace CoachBot.FollowUps.Reminders;

/// <summary>The settings under Reminders.</summary>
public sealed record ReminderSettings
{
    /// <summary>Reminders a second to one tenant, of this process: what is left of <c>Sends:PerSecondAndTenant</c> is for answers.</summary>
    [Range(1, 1000, ErrorMessage = "Reminders:PerSecondAndTenant is a number from 1 to 1000, for example Reminders__PerSecondAndTenant=20.")]
    public int PerSecondAndTenant { get; init; } = 20;

    /// <summary>How often it is looked for what has fallen due, in seconds.</summary>
    [Range(0.05, 60, ErrorMessage = "Reminders:EverySeconds is a number from 0.05 to 60, for example Reminders__EverySeconds=1.")]
    public double EverySeconds { get; init; } = 1;
}
