namespace CoachBot.FollowUps;

/// <summary>The phrases of promises and follow-ups, by key.</summary>
public static class FollowUpWords
{
    public const string PromiseMade = "promise.made";
    public const string PromiseNameless = "promise.nameless";
    public const string PromiseWithdrew = "promise.withdrew";
    public const string PromiseStands = "promise.stands";
    public const string PromiseUnreadable = "promise.unreadable";
    public const string SameCustomer = "promise.same.ask";
    public const string SameHelp = "promise.same.help";
    public const string SameYes = "promise.same.yes";
    public const string SameNo = "promise.same.no";
    public const string SecondWord = "promise.second-word.ask";
    public const string SecondWordHelp = "promise.second-word.help";
    public const string LiftNothing = "promise.lift.nothing";
    public const string LiftWho = "promise.lift.who";
    public const string LiftWhoAgain = "promise.lift.who-again";
    public const string LiftWords = "promise.lift.words";
    public const string LiftDay = "promise.lift.day";
    public const string LiftDayAgain = "promise.lift.day-again";
    public const string Today = "promise.lift.today";
    public const string Yesterday = "promise.lift.yesterday";
    public const string Lifted = "promise.lift.lifted";
}
