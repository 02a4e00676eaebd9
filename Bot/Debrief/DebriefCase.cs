using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.Conversation;
using CoachBot.Flows;
using CoachBot.FollowUps.Dates;
using CoachBot.FollowUps.Promises;
using CoachBot.Reading;
using CoachBot.Scripts;

namespace CoachBot.Debrief;

/// <summary>One customer's no through its whole life: what was told, how it was read, what was asked of the customer.</summary>
public sealed class DebriefCase
{
    /// <summary>Counts a person's cases from 1; the cards' nonces are built on it.</summary>
    public int Number { get; set; }

    /// <summary>Tells the cards of one chat from those of every other.</summary>
    public string Mark { get; set; } = "";

    public FlowAnswers Answers { get; set; } = new();

    /// <summary>How many of the answers stand from earlier rounds: "back" does not reach them.</summary>
    public int Settled { get; set; }

    /// <summary>Earlier rounds of the same case, the oldest first.</summary>
    public List<DebriefRound> Rounds { get; set; } = [];

    /// <summary>The asks of the customer that have been used up: at most one of each in a case's life.</summary>
    public List<NextStep> Asked { get; set; } = [];

    /// <summary>What the rep typed to begin with, before any question.</summary>
    public string Opening { get; set; } = "";

    public bool AsForm { get; set; }

    /// <summary>The case has come back: what the customer answered is asked first.</summary>
    public bool GoesOn { get; set; }

    /// <summary>The reading that stands once the rep has seen it.</summary>
    public NextStep? Step { get; set; }

    public Reason? Reason { get; set; }

    public Tone Tone { get; set; }

    /// <summary>Which of the wordings is shown, counted from 0 through all of them.</summary>
    public int Wording { get; set; }

    /// <summary>A wording made for this case is shown, not a written one.</summary>
    public bool ShowsOwnWords { get; set; }

    public LiveCard Live { get; set; } = new();

    public LiveCard Recap { get; set; } = new();

    public bool Won { get; set; }

    public DateTimeOffset Opened { get; set; }

    public DateTimeOffset? Closed { get; set; }

    /// <summary>The question that waits for its answer, and how often it was put again.</summary>
    public string? Asking { get; set; }

    public int Tries { get; set; }

    /// <summary>What a language model made of what was told, each time that it was asked.</summary>
    public List<ModelHearing> Heard { get; set; } = [];

    /// <summary>How a language model worded the script, each time that it was asked.</summary>
    public List<OwnWords> Worded { get; set; } = [];

    /// <summary>The rep has been told that the customer is on the promise list.</summary>
    public bool PromiseTold { get; set; }

    /// <summary>The words wait until the promise list can be read.</summary>
    public bool WordsHeldBack { get; set; }

    /// <summary>The day for which a follow-up is planned; null while there is none.</summary>
    public string? PlannedFor { get; set; }

    /// <summary>Not stored: reads a date as the rep whose turn it is means it.</summary>
    internal Func<string, (AgreedTime? Date, string Say)>? ReadDate { get; set; }

    /// <summary>Not stored: the date as it is said back.</summary>
    internal string? Checked { get; set; }

    /// <summary>Not stored: why the date that was typed in this turn is asked back.</summary>
    internal string? DateAskedBack { get; set; }

    /// <summary>Not stored: the side dialog that the rep asked for in the middle of this.</summary>
    internal Command? Aside { get; set; }

    /// <summary>Not stored: what the gate said of the customer in this turn.</summary>
    internal ContactState? Contact { get; set; }

    /// <summary>Nothing that leads to contact may be offered: they asked for quiet, or may have.</summary>
    internal bool IsPromised => Contact is { Verdict: ContactVerdict.Promised or ContactVerdict.MayBePromised };

    /// <summary>Not stored: what the reader last made of what was told.</summary>
    internal (NoCase Told, NoReading Reading)? LastRead { get; set; }

    [JsonIgnore]
    public string Customer => Answers.TextOf("customer");

    /// <summary>The customer as the rep calls them, short enough for a sentence.</summary>
    public string CustomerOr(string unknown) => Customer.Length > 0 ? TypedText.Shorten(Customer, 40) : unknown;

    [JsonIgnore]
    public string Offer => Answers.TextOf("offer");

    /// <summary>They asked for quiet or had enough: nothing more of ours goes out in this case.</summary>
    [JsonIgnore]
    public bool IsQuiet => Step is NextStep.HonourNo or NextStep.BackOff;

    /// <summary>The rep has the words of this step: whatever it asks of the customer is used up.</summary>
    public void SpendTheAsk()
    {
        if (Step is { } asked && !Asked.Contains(asked))
            Asked.Add(asked);
    }

    /// <summary>The customer has answered: what they said is asked next, unless the rep has told it already.</summary>
    public void ComeBack(string saidNow)
    {
        GoesOn = true;
        Settled = Answers.Given.Count;
        if (saidNow.Length > 0)
            Answers.Keep(new Answer("said-now", saidNow, []));
    }
}

/// <summary>What an earlier round of a case came to.</summary>
public sealed record DebriefRound(string Said, NextStep Step, Reason Reason);

/// <summary>The card whose buttons count at present: only a press that carries its nonce does anything.</summary>
public sealed class LiveCard
{
    public string? ActivityId { get; set; }

    public string? Nonce { get; set; }

    /// <summary>The text above the card, which an update must repeat.</summary>
    public string? Text { get; set; }

    /// <summary>The message carries the label of what an AI wrote, and keeps it.</summary>
    public bool ByModel { get; set; }

    /// <summary>Grows with every card, so that no nonce comes twice.</summary>
    public int Count { get; set; }
}

/// <summary>A language model was asked about a case as it was told then, and is not asked about the same again.</summary>
/// <param name="Told">A fingerprint of what was told.</param>
/// <param name="Reading">Its reading; null if it gave none.</param>
public sealed record ModelHearing(string Told, ModelReading? Reading)
{
    public static string FingerprintOf(NoCase told) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(told)).AsSpan(0, 16));
}

/// <summary>A language model was asked to word a script, and is not asked the same again.</summary>
/// <param name="Asked">A fingerprint of everything that the wording hangs on.</param>
/// <param name="Lines">Its wording; null if there is none that may be shown.</param>
public sealed record OwnWords(string Asked, IReadOnlyList<WordingLine>? Lines);
