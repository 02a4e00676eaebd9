namespace CoachBot.FollowUps.Dates;

// What a word of Prompts/dates can be. Those from Next on are the keys under "words" there.
internal enum Kind
{
    Month,
    Weekday,
    Number,
    Ordinal,
    Unit,
    Day,
    Time,
    Part,
    Season,
    Feast,
    Next,
    AfterNext,
    Coming,
    This,
    Last,
    In,
    FromNow,
    Ago,
    After,
    Before,
    Until,
    Early,
    Mid,
    End,
    Article,
    Filler,
    And,
    Or,
    One,
    At,
    Clock,
    Am,
    Pm,
    Half,
    QuarterHour,
    Past,
    To,
    AndHalf,
    AndQuarter,
    LessQuarter,
    Suffix,
    QuarterLetter,
    Not,
    Since,
    Vague,
    Counted,
}

internal enum Unit
{
    Minute,
    Hour,
    Day,
    WorkingDay,
    Week,
    Fortnight,
    Month,
    Quarter,
    HalfYear,
    Year,
}

internal enum Season
{
    Spring,
    Summer,
    Autumn,
    Winter,
}

internal enum Feast
{
    Easter,
    Pentecost,
    Christmas,
    NewYear,
}

// One thing that a word can mean: the number of a month, the minutes of a time of day, the value of an enum.
internal readonly record struct Sense(Kind Kind, int Value);
