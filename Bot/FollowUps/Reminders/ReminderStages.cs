using CoachBot.Storage.Tables;

namespace CoachBot.FollowUps.Reminders;

/// <summary>What is open about a follow-up.</summary>
public enum ReminderStage
{
    /// <summary>Nothing yet: its day is to come.</summary>
    Planned,

    /// <summary>The rep has been reminded.</summary>
    Due,

    /// <summary>Done: how it went.</summary>
    How,

    /// <summary>Another day is to be chosen.</summary>
    When,

    Over,
}

/// <summary>The buttons of a follow-up at each stage.</summary>
public static class ReminderStages
{
    public const string Done = "done", Later = "later", Said = "said", Drop = "drop", Nothing = "nothing-changed";
    public const string Yes = "they-said-yes", Date = "new-date", StillNo = "still-no", Silence = "no-answer", Quiet = "no-contact";
    public const string Tomorrow = "tomorrow", NextWeek = "next-week", NextMonth = "in-a-month", InThreeMonths = "in-three-months", Set = "set";

    /// <summary>The customer answered: the case goes on.</summary>
    public const string Answered = "answered";

    private static readonly (string Id, string Phrase)[]
        OfDue = [(Done, FollowUpWords.DoneButton), (Said, FollowUpWords.SaidButton), (Later, FollowUpWords.LaterButton), (Drop, FollowUpWords.DropButton)],
        OfLook = [(Said, FollowUpWords.ChangedButton), (Nothing, FollowUpWords.NothingButton), (Later, FollowUpWords.LaterButton), (Drop, FollowUpWords.DropButton)],
        OfHow = [(Yes, FollowUpWords.YesButton), (Date, FollowUpWords.DateButton), (StillNo, FollowUpWords.StillNoButton), (Silence, FollowUpWords.SilenceButton), (Quiet, FollowUpWords.QuietButton)],
        OfWhen = [(Tomorrow, FollowUpWords.TomorrowButton), (NextWeek, FollowUpWords.NextWeekButton), (NextMonth, FollowUpWords.NextMonthButton), (Set, FollowUpWords.SetButton)],
        OfWhenLook = [(InThreeMonths, FollowUpWords.InThreeMonthsButton), (Set, FollowUpWords.SetButton)],
        OfPlanned = [(Later, FollowUpWords.AnotherDayButton), (Drop, FollowUpWords.DropButton)];

    public static ReminderStage Of(FollowUpRow followUp)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        return followUp.Status switch
        {
            FollowUpStatus.Planned => ReminderStage.Planned,
            FollowUpStatus.Reminded => ReminderStage.Due,
            FollowUpStatus.Done when followUp.Outcome is null => ReminderStage.How,
            _ => ReminderStage.Over,
        };
    }

    public static IReadOnlyList<(string Id, string Phrase)> Choices(ReminderStage stage, FollowUpKind kind) => stage switch
    {
        ReminderStage.Planned => OfPlanned,
        ReminderStage.Due => kind == FollowUpKind.LookAgain ? OfLook : OfDue,
        ReminderStage.How => OfHow,
        ReminderStage.When => kind == FollowUpKind.LookAgain ? OfWhenLook : OfWhen,
        _ => [],
    };

    /// <summary>What is said of one that is over.</summary>
    public static string PhraseOfEnd(FollowUpRow followUp)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        return (followUp.Status, followUp.Outcome) switch
        {
            (FollowUpStatus.Withdrawn, _) => FollowUpWords.EndWithdrawn,
            (FollowUpStatus.Dropped, _) => FollowUpWords.EndDropped,
            (_, Yes) => FollowUpWords.EndYes,
            (_, Date) => FollowUpWords.EndDate,
            (_, StillNo) => FollowUpWords.EndStillNo,
            (_, Silence) => FollowUpWords.EndSilence,
            (_, Quiet) => FollowUpWords.EndQuiet,
            (_, Nothing) => FollowUpWords.EndNothing,
            _ => FollowUpWords.EndAnswered,
        };
    }
}
