namespace CoachBot.Language;

/// <summary>Why the model gave no answer that can be used. Whoever asked goes on without one.</summary>
public enum WhyNoAnswer
{
    /// <summary>There is no model; nothing was sent.</summary>
    NotConfigured,

    /// <summary>The day's allowance is used up, or the prompt is too long; nothing was sent.</summary>
    OverTheCap,

    /// <summary>What was told speaks to a machine; nothing was sent.</summary>
    KeptBack,

    /// <summary>It failed too often of late and is left alone for a while; nothing was sent.</summary>
    Resting,

    /// <summary>The budget was used up, retries included.</summary>
    TimedOut,

    /// <summary>429, and waiting as long as it asks for would be more than the budget.</summary>
    Throttled,

    /// <summary>5xx.</summary>
    ServerFailed,

    /// <summary>No connection, or one that broke before it said anything.</summary>
    Unreachable,

    /// <summary>401 or 403, or the program could not sign in.</summary>
    BadKey,

    /// <summary>Another refusal by the protocol: a deployment that does not exist, a request it does not take.</summary>
    Rejected,

    /// <summary>400 content_filter: the service's filter took offence at the prompt.</summary>
    PromptFiltered,

    /// <summary>finish_reason content_filter: the filter cut the answer off.</summary>
    AnswerFiltered,

    /// <summary>The model itself declined.</summary>
    Refused,

    /// <summary>The answer ended before it was whole: finish_reason length, or a stream that broke off.</summary>
    Truncated,

    /// <summary>The answer is not what the schema asks for, also at the second try.</summary>
    Malformed,

    /// <summary>More than is listened to.</summary>
    TooLong,
}

public static class WhyNoAnswers
{
    /// <summary>Whether the question has left the house.</summary>
    public static bool WasSent(this WhyNoAnswer why) =>
        why is not (WhyNoAnswer.NotConfigured or WhyNoAnswer.OverTheCap or WhyNoAnswer.KeptBack or WhyNoAnswer.Resting);
}
