namespace CoachBot.FollowUps.Dates;

// Makes one answer of the dates and times that a text speaks of.
internal sealed class DateReading(Line line)
{
    private const int MinutesOfDay = 24 * 60;
    private const int FarYears = 5;

    public (FollowUpDate Answer, int Used) Read()
    {
        var scan = new DateScan(line).Run();
        return (Answer(scan), scan.Used);
    }

    private FollowUpDate Answer(DateScan scan)
    {
        var days = Ahead(Together(scan.Days));
        var (time, trouble) = Time(scan.Times, days);
        if (days.Find(d => d.Question is not null) is { } question)
            return Ask(question.Question!.Value, question.Choices);
        if (days.Count > 1)
            return Ask(DateQuestion.TwoDates, [days[0].Day, days[1].Day]);
        if (trouble is { } wrong)
            return Ask(wrong);
        if (days.Count == 0 && time is null)
            return Ask(scan.IsVague ? DateQuestion.TooVague : DateQuestion.NoDate);
        var found = days.Count > 0 ? days[0] : new(NextAt(time!.Value), DateReason.AsSaid);
        return Bounded(found, time ?? found.Time);
    }

    // A weekday beside its date is the same day said twice; beside another it is a slip.
    private static List<Found> Together(List<Found> said)
    {
        var weekdays = said.Where(d => d.IsWeekday).ToList();
        var dates = said.Where(d => !d.IsWeekday).Distinct(SameDay.Instance).ToList();
        if (dates.Count != 1 || weekdays.Count == 0 || dates[0].Question is not null)
            return [.. dates, .. weekdays.DistinctBy(d => d.Day)];
        if (weekdays.TrueForAll(w => w.Day.DayOfWeek == dates[0].Day.DayOfWeek))
            return dates;
        var other = weekdays.First(w => w.Day.DayOfWeek != dates[0].Day.DayOfWeek).Day.DayOfWeek;
        var near = Enumerable.Range(-3, 7).Select(dates[0].Day.AddDays).First(d => d.DayOfWeek == other);
        return [dates[0] with { Question = DateQuestion.WeekdayDiffers, Choices = [dates[0].Day, near] }];
    }

    // What lies behind is the story, if something else lies ahead.
    private List<Found> Ahead(List<Found> days)
    {
        var ahead = days.FindAll(d => d.Question != DateQuestion.InThePast && (d.Question is not null || d.Day >= line.Today));
        return ahead.Count > 0 ? ahead : days.Count > 1 ? days[..1] : days;
    }

    private static (TimeOnly? Time, DateQuestion? Trouble) Time(List<TimeSaid> times, List<Found> days)
    {
        if (times.Exists(t => t.Minutes is null))
            return (null, DateQuestion.NoSuchTime);
        var part = times.Find(t => t.IsPart).Minutes;
        var clocks = times.Where(t => !t.IsPart).Select(t => TimePhrases.Meant(t.Minutes!.Value, t.Firm, part)).Distinct().ToList();
        if (clocks.Count > 1 || (clocks.Count == 1 && days.Exists(d => d.Time is not null)))
            return (null, DateQuestion.TwoTimes);
        return (clocks.Count == 1 ? Clock(clocks[0]) : part is { } p ? Clock(p) : null, null);
    }

    private static TimeOnly Clock(int minutes) => TimeOnly.MinValue.AddMinutes(minutes % MinutesOfDay);

    // A time without a day: today if it is still to come.
    private DateOnly NextAt(TimeOnly time) => time > TimeOnly.FromDateTime(line.Now) ? line.Today : line.Today.AddDays(1);

    private FollowUpDate Bounded(Found found, TimeOnly? time)
    {
        if (found.Day < line.Today || (found.Day == line.Today && time <= TimeOnly.FromDateTime(line.Now) && found.Time is null))
            return Ask(DateQuestion.InThePast);
        if (found.Day > line.Today.AddYears(FarYears))
            return Ask(DateQuestion.TooFar);
        return new AgreedDate(found.Day, time, found.Reason) { Say = line.Words.Say.Agreed(found.Day, time, found.Reason), Language = line.Words.Language };
    }

    private UnclearDate Ask(DateQuestion question, params IReadOnlyList<DateOnly> choices) =>
        new(question, choices) { Say = line.Words.Say.Ask(question, choices), Language = line.Words.Language };

    private sealed class SameDay : IEqualityComparer<Found>
    {
        public static SameDay Instance { get; } = new();

        public bool Equals(Found? x, Found? y) => x?.Day == y?.Day && x?.Question == y?.Question && x?.Time == y?.Time;

        public int GetHashCode(Found found) => found.Day.DayNumber;
    }
}
