using System.Text;
using OpenAI.Chat;

namespace CoachBot.Language;

/// <summary>Puts a streamed answer together. What has not come to its proper end is no answer.</summary>
internal sealed class LanguageEar(int longest)
{
    private readonly StringBuilder _text = new();
    private bool _refused;
    private bool _unfiltered;
    private ChatFinishReason? _finish;
    private int _tokensIn;
    private int _tokensOut;

    public bool HasBegun { get; private set; }

    /// <summary>False when it is enough: more would not be listened to.</summary>
    public bool Hear(StreamingChatCompletionUpdate update)
    {
        HasBegun = true;
        _finish ??= update.FinishReason;
        _refused |= !string.IsNullOrEmpty(update.RefusalUpdate);
        _unfiltered |= SaysUnfiltered(update);
        foreach (var part in update.ContentUpdate)
            _text.Append(part.Text);
        if (update.Usage is { } usage)
            (_tokensIn, _tokensOut) = (usage.InputTokenCount, usage.OutputTokenCount);
        return _text.Length <= longest;
    }

    public Attempt Outcome() => Outcome(this switch
    {
        { _text.Length: var length } when length > longest => Attempt.Failed(WhyNoAnswer.TooLong),
        { _finish: ChatFinishReason.ContentFilter } => Attempt.Failed(WhyNoAnswer.AnswerFiltered),
        { _refused: true } => Attempt.Failed(WhyNoAnswer.Refused),
        { _finish: not ChatFinishReason.Stop } => Attempt.Failed(WhyNoAnswer.Truncated),
        _ => new Attempt(_text.ToString(), null) { Unfiltered = _unfiltered },
    });

    public Attempt Outcome(Attempt attempt) => attempt with { TokensIn = _tokensIn, TokensOut = _tokensOut };

    // Azure's filter may itself fail; the answer then comes as it is, with this beside it.
    private static bool SaysUnfiltered(StreamingChatCompletionUpdate update)
    {
#pragma warning disable SCME0001 // The only way to what the service adds to the protocol.
        ref var raw = ref update.Patch;
        return raw.TryGetJson("$.choices[0].content_filter_results.error"u8, out _)
            || raw.TryGetJson("$.choices[0].content_filter_result.error"u8, out _)
            || raw.TryGetJson("$.prompt_filter_results[0].content_filter_results.error"u8, out _);
#pragma warning restore SCME0001
    }
}
