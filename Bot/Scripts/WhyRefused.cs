namespace CoachBot.Scripts;

/// <summary>Why a wording by a language model is not shown. The written script stands. In the order in which it is looked for.</summary>
public enum WhyRefused
{
    /// <summary>This step is always said as written: after a request for silence, and after anger.</summary>
    StaysAsWritten,

    /// <summary>A move is missing, empty, there twice, out of order, or one of nobody's.</summary>
    OtherMoves,

    /// <summary>Control characters, turns of direction, marks that break a screen.</summary>
    Unprintable,

    /// <summary>An e-mail address, a phone number, a place to go.</summary>
    ContactDetails,

    Link,

    /// <summary>A line that a table would calculate.</summary>
    Formula,

    /// <summary>Something left for the rep to fill in.</summary>
    Blank,

    /// <summary>Any sign that plain words do without: brackets, tags, stars, an exclamation mark.</summary>
    Markup,

    OtherLanguage,
    TooLong,

    /// <summary>It speaks as a machine, or about how it was made.</summary>
    Machine,

    /// <summary>A discount, a price, or anything else that nobody offered.</summary>
    Concession,

    Urgency,
    Scarcity,
    Guilt,

    /// <summary>"Are you sure?"</summary>
    Doubting,

    Arguing,

    /// <summary>It makes their choice look smaller.</summary>
    Comparing,

    /// <summary>It defends the offer or the rep.</summary>
    Justifying,

    /// <summary>It puts the offer to them again.</summary>
    Pushing,

    /// <summary>It promises how things will turn out.</summary>
    Outcome,

    Statistic,

    /// <summary>Contact that they have not agreed to.</summary>
    Chasing,

    /// <summary>One question more than the written script asks.</summary>
    SecondAsk,

    /// <summary>A question without its mark.</summary>
    HiddenAsk,

    /// <summary>A date that neither the rep nor the script named.</summary>
    Date,

    /// <summary>A number or an amount that neither the rep nor the script named.</summary>
    Number,

    /// <summary>A name that neither the rep nor the script named.</summary>
    Name,

    /// <summary>A word that may be a fact, and that neither the rep nor the script used.</summary>
    Fact,

    /// <summary>More of the customer's own words than a wording takes.</summary>
    TheirWords,

    /// <summary>A move is there by name, and does not say what it has to.</summary>
    MoveLeftOut,

    /// <summary>It says or promises something beside what its moves are for.</summary>
    OffScript,
}
