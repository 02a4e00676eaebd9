using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace CoachBot.MyData;

/// <summary>The settings under Retention: for how many days each kind of data is kept, and when what is older is deleted.</summary>
public sealed record RetentionSettings
{
    private const int Longest = 36500;

    /// <summary>What was said in a debrief, from the day it was finished; of one that was left open, from the day it was begun.</summary>
    [Range(1, Longest, ErrorMessage = "Retention:Words is a number of days from 1 to 36500, for example Retention__Words=180.")]
    public int Words { get; init; } = 180;

    /// <summary>What came of debriefs, customers' names, follow-ups that are over.</summary>
    [Range(1, Longest, ErrorMessage = "Retention:Records is a number of days from 1 to 36500, for example Retention__Records=730.")]
    public int Records { get; init; } = 730;

    /// <summary>That a message came and was answered, without its words: by it a message that is delivered twice is known again.</summary>
    [Range(7, Longest, ErrorMessage = "Retention:Messages is a number of days from 7 to 36500, for example Retention__Messages=14: channels deliver messages again after days.")]
    public int Messages { get; init; } = 14;

    /// <summary>What a channel was answered that waited for it.</summary>
    [Range(1, Longest, ErrorMessage = "Retention:Answers is a number of days from 1 to 36500, for example Retention__Answers=1.")]
    public int Answers { get; init; } = 1;

    /// <summary>A person who is not there any more, with everything about them but their promises.</summary>
    [Range(1, Longest, ErrorMessage = "Retention:People is a number of days from 1 to 36500, for example Retention__People=730.")]
    public int People { get; init; } = 730;

    /// <summary>The time of day, UTC, at which what is older is deleted.</summary>
    [RegularExpression("^([01][0-9]|2[0-3]):[0-5][0-9]$", ErrorMessage = "Retention:At is a time of day in UTC, for example Retention__At=03:30.")]
    public string At { get; init; } = "03:30";

    internal TimeOnly Time => TimeOnly.ParseExact(At, "HH:mm", CultureInfo.InvariantCulture);
}
