using CoachBot.Reading;

namespace CoachBot.Debrief;

/// <summary>The phrases of the debrief, by key.</summary>
public static class DebriefWords
{
    public const string Start = "debrief.start";
    public const string OpeningKept = "debrief.opening-kept";
    public const string UseOpening = "debrief.use-opening";
    public const string Corrected = "debrief.corrected";
    public const string LeftOpen = "debrief.left-open";
    public const string Doubt = "debrief.doubt";

    public const string ReadingReason = "debrief.reading.reason";
    public const string ReadingSure = "debrief.reading.sure";
    public const string VerySure = "debrief.reading.very-sure";
    public const string FairlySure = "debrief.reading.fairly-sure";
    public const string NotSure = "debrief.reading.not-sure";
    public const string YourWord = "debrief.reading.your-word";
    public const string ReadBy = "debrief.reading.read-by";
    public const string ReadByBoth = "debrief.reading.by-both";
    public const string ReadByRules = "debrief.reading.by-rules";
    public const string ReadingGuess = "debrief.reading.guess";
    public const string LedBy = "debrief.reading.led-by";
    public const string Cue = "debrief.reading.cue";
    public const string AskDontAssume = "debrief.reading.ask-dont-assume";
    public const string Others = "debrief.reading.others";
    public const string CorrectLabel = "debrief.reading.correct-label";
    public const string Pick = "debrief.reading.pick";
    public const string Fits = "debrief.reading.fits";
    public const string Correct = "debrief.reading.correct";
    public const string ReadingAsk = "debrief.reading.ask";
    public const string ReadingNotUnderstood = "debrief.reading.not-understood";
    public const string OnceAsked = "debrief.reading.once-asked";

    public const string ToSay = "debrief.words.to-say";
    public const string ToWrite = "debrief.words.to-write";
    public const string ByModel = "debrief.words.by-ai";
    public const string Follows = "debrief.words.follows";
    public const string Copy = "debrief.words.copy";
    public const string Alone = "debrief.words.alone";
    public const string Shorter = "debrief.words.shorter";
    public const string Warmer = "debrief.words.warmer";
    public const string Plainer = "debrief.words.plainer";
    public const string OtherWords = "debrief.words.other";
    public const string GoOn = "debrief.words.go-on";
    public const string WordsAsk = "debrief.words.ask";
    public const string WordsNotUnderstood = "debrief.words.not-understood";

    public const string CraftOwnWords = "debrief.craft.own-words";
    public const string CommitmentAsk = "debrief.commitment.ask";
    public const string CommitmentSkip = "debrief.commitment.skip";

    public const string RecapTitle = "debrief.recap.title";
    public const string RecapCustomer = "debrief.recap.customer";
    public const string RecapOffer = "debrief.recap.offer";
    public const string RecapReading = "debrief.recap.reading";
    public const string RecapGuess = "debrief.recap.guess";
    public const string RecapNext = "debrief.recap.next";
    public const string RecapFollowUp = "debrief.recap.follow-up";
    public const string RecapCraft = "debrief.recap.craft";
    public const string RecapCommitment = "debrief.recap.commitment";
    public const string RecapEarlier = "debrief.recap.earlier";
    public const string RecapYes = "debrief.recap.yes";
    public const string RecapClosing = "debrief.recap.closing";
    public const string RecapClosingQuiet = "debrief.recap.closing-quiet";
    public const string TheyAnswered = "debrief.recap.they-answered";
    public const string NewDebrief = "debrief.recap.new";
    public const string RecapAsk = "debrief.recap.ask";
    public const string RecapUpdated = "debrief.recap.updated";

    public const string GoesOn = "debrief.goes-on.start";
    public const string Busy = "debrief.goes-on.busy";
    public const string NothingOpen = "debrief.goes-on.nothing-open";
    public const string ClosedForGood = "debrief.goes-on.closed-for-good";
    public const string Won = "debrief.goes-on.won";
    public const string UnknownCustomer = "debrief.unknown-customer";

    /// <summary>How a reason is called on a card.</summary>
    public static string ReasonKey(Reason reason) => "debrief.reason." + reason.Key();
}
