namespace CoachBot.FollowUps.Dates;

/// <summary>What a rep's words about a follow-up date came to: an <see cref="AgreedDate"/>, or an <see cref="UnclearDate"/> that asks back.</summary>
public abstract record FollowUpDate
{
    private protected FollowUpDate()
    {
    }

    /// <summary>The sentence for the rep, in the language that was read: what was understood, or the question.</summary>
    public required string Say { get; init; }

    /// <summary>The language whose words were found: en, es, fr or de.</summary>
    public required string Language { get; init; }
}

/// <summary>A day, local to the rep, not past and at most five years ahead; the caller says it back and has it confirmed.</summary>
public sealed record AgreedDate(DateOnly Day, TimeOnly? Time, DateReason Reason) : FollowUpDate;

/// <summary>No date yet: which question to ask, and the days between which the rep chooses (none, or two).</summary>
public sealed record UnclearDate(DateQuestion Question, IReadOnlyList<DateOnly> Choices) : FollowUpDate;

/// <summary>Why no date was made of a text; the words are under "ask" in Prompts/dates.</summary>
public enum DateQuestion
{
    NoDate,
    TooLong,
    TooVague,
    DayOrMonth,
    WhichWeek,
    WhichYear,
    TwoDates,
    TwoTimes,
    WeekdayDiffers,
    NoSuchDay,
    NoSuchTime,
    InThePast,
    TooFar,
}

/// <summary>How a day was found in what was said; the words are under "because" in Prompts/dates.</summary>
public enum DateReason
{
    AsSaid,
    FirstWorkingDay,
    Middle,
    LastWorkingWeek,
    LastWorkingDay,
    FirstWorkingDayAfter,
    LastWorkingDayBefore,
    NextLeapYear,
    NextMonthWithThatDay,
    ShorterMonth,
}
