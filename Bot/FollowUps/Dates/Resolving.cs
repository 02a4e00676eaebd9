namespace CoachBot.FollowUps.Dates;

// From what a mention says to a day, seen from today.
internal sealed class Resolving(DateOnly today, WorkingDays working)
{
    public Found Resolve(Mention mention, Kind? side)
    {
        var found = mention.Question is { } question
            ? new Found(today, mention.Reason) { Question = question, Choices = mention.Choices }
            : mention.InYear is null ? One(mention, mention.Days, side) : Yearly(mention, mention.InYear, side);
        return found with { IsWeekday = mention.IsWeekday && side is null, Time = mention.Time };
    }

    private Found One(Mention mention, Stretch days, Kind? side)
    {
        if (side == Kind.After || (side is null && mention.Pick == Pick.After))
            return new(working.FirstFrom(days.To.AddDays(1)), DateReason.FirstWorkingDayAfter);
        if (side == Kind.Before)
            return new(working.LastUntil(days.From.AddDays(-1)), DateReason.LastWorkingDayBefore);
        return mention.Pick switch
        {
            Pick.Start => new(working.FirstFrom(days.From), DateReason.FirstWorkingDay),
            Pick.Middle => new(working.Middle(days), DateReason.Middle),
            Pick.End => End(days),
            _ => new(days.From, mention.Reason),
        };
    }

    // When its last working week has begun, the last working day is left.
    private Found End(Stretch days)
    {
        var day = working.End(days);
        return day >= today && days.Days > 7 ? new(day, DateReason.LastWorkingWeek) : new(working.LastUntil(days.To), DateReason.LastWorkingDay);
    }

    private Found Yearly(Mention mention, Func<int, Stretch> inYear, Kind? side)
    {
        for (var year = today.Year - 1; ; year++)
        {
            var days = inYear(year);
            var found = One(mention, days, side);
            if (side is null && mention.Pick == Pick.Start && days.From <= today && days.To > today)
                return Running(mention, days, inYear(year + 1));
            if (found.Day >= today)
                return found;
        }
    }

    // "In March", said in March: this one or the next?
    private Found Running(Mention mention, Stretch days, Stretch next)
    {
        var soon = working.FirstFrom(today.AddDays(1));
        var later = One(mention, next, null);
        return soon > days.To ? later : later with { Question = DateQuestion.WhichYear, Choices = [soon, later.Day] };
    }
}
