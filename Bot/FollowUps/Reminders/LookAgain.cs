namespace CoachBot.FollowUps.Reminders;

/// <summary>A day that a rep sets for themselves alone, after a customer had enough: never soon.</summary>
public static class LookAgain
{
    private const int Months = 3;

    /// <summary>The first day on which a rep may look whether something has changed.</summary>
    public static DateOnly Earliest(DateOnly today) => today.AddMonths(Months);
}
